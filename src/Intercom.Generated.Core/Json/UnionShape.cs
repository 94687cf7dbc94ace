using System.Collections.Concurrent;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Tells the cases of a union apart: by JSON kind, then by a marking property, then by the names of the properties.</summary>
internal sealed class UnionShape
{
    private static readonly ConcurrentDictionary<Type, UnionShape> Shapes = new();

    private readonly List<Case> _cases;
    private readonly Func<object, object> _create;

    private UnionShape(Type type)
    {
        _cases = [.. type.GetCustomAttributes<UnionCaseAttribute>().Select(attribute => new Case(attribute))];
        _create = value => Construct(type, value);
    }

    public static UnionShape Of(Type type) => Shapes.GetOrAdd(type, static key => new UnionShape(key));

    public object Read(JToken token)
    {
        foreach (var candidate in Candidates(token))
        {
            if (JsonBinding.TryBind(token, candidate.Type, out var value) && value is not null)
                return _create(value);
        }

        return _create(token);
    }

    private List<Case> Candidates(JToken token)
    {
        var fitting = _cases.FindAll(candidate => candidate.TakesKind(token));
        if (token is JArray { Count: > 0 } list && list[0] is JObject first && fitting.Count > 1)
            return Best(fitting, first);
        return token is JObject json && fitting.Count > 1 ? Best(fitting, json) : fitting;
    }

    private static List<Case> Best(List<Case> cases, JObject json)
    {
        var marked = cases.FindAll(candidate => candidate.IsMarked(json));
        if (marked.Count == 1)
            return marked;
        // The case that knows most of what is there; of several, the one that misses least of its own.
        var ranked = (marked.Count > 0 ? marked : cases)
            .Select(candidate => (candidate, rank: candidate.Rank(json)))
            .Where(entry => entry.rank.Known > 0)
            .OrderByDescending(entry => entry.rank.Known).ThenBy(entry => entry.rank.Missing)
            .ToList();
        var isTie = ranked.Count > 1 && ranked[0].rank == ranked[1].rank;
        return ranked.Count == 0 || isTie ? [] : [ranked[0].candidate];
    }

    private static object Construct(Type type, object value)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var constructor = Array.Find(constructors, candidate => candidate.GetParameters().Length == 1 && candidate.GetParameters()[0].ParameterType.IsInstanceOfType(value))
            ?? throw new NotSupportedException($"{type} has no constructor for {value.GetType()}.");
        return constructor.Invoke([value]);
    }

    private sealed class Case(UnionCaseAttribute attribute)
    {
        private readonly KeyValuePair<string, string>[] _discriminators =
            [.. attribute.Discriminators.Select(text => new KeyValuePair<string, string>(text.Substring(0, text.IndexOf('=')), text.Substring(text.IndexOf('=') + 1)))];

        private readonly HashSet<string> _properties = new(attribute.Properties.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

        public Type Type { get; } = attribute.Type;

        public bool TakesKind(JToken token)
        {
            var type = Nullable.GetUnderlyingType(Type) ?? Type;
            return token.Type switch
            {
                JTokenType.String or JTokenType.Date => type == typeof(string) || type == typeof(DateTimeOffset) || typeof(IOpenEnum).IsAssignableFrom(type),
                JTokenType.Integer => type == typeof(long) || (type == typeof(double)),
                JTokenType.Float => type == typeof(double),
                JTokenType.Boolean => type == typeof(bool),
                JTokenType.Array => type.IsGenericType && type.GetGenericArguments().Length == 1,
                JTokenType.Object => typeof(IntercomModel).IsAssignableFrom(type) || type == typeof(CustomAttributes) || (type.IsGenericType && type.GetGenericArguments().Length == 2),
                _ => false,
            } || typeof(JToken).IsAssignableFrom(type);
        }

        public bool IsMarked(JObject json) =>
            Array.Exists(_discriminators, mark => json[mark.Key] is JValue value && string.Equals(value.ToString(System.Globalization.CultureInfo.InvariantCulture), mark.Value, StringComparison.OrdinalIgnoreCase));

        public (int Known, int Missing) Rank(JObject json)
        {
            var present = json.Properties()
                .SelectMany(property => property.Value is JObject inner ? inner.Properties().Select(member => $"{property.Name}.{member.Name}").Prepend(property.Name) : [property.Name])
                .ToList();
            var known = present.Count(_properties.Contains);
            return (known, _properties.Count - known);
        }
    }
}
