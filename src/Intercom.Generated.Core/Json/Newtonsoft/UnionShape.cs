using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The cases of a union, from its attributes.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
internal sealed class UnionShape
{
    private static readonly ConcurrentDictionary<Type, UnionShape> Shapes = new();

    private readonly Type _type;
    private readonly Type[] _caseTypes;
    private readonly UnionCases _cases;

    private UnionShape(Type type)
    {
        var attributes = type.GetCustomAttributes<UnionCaseAttribute>().ToArray();
        _type = type;
        _caseTypes = Array.ConvertAll(attributes, attribute => attribute.Type);
        _cases = new UnionCases(Array.ConvertAll(attributes, attribute => new UnionCase(KindsOf(attribute.Type), attribute.Discriminators, attribute.Properties)));
    }

    public static UnionShape Of(Type type) => Shapes.GetOrAdd(type, static key => new UnionShape(key));

    public object Read(JToken token)
    {
        foreach (var candidate in _cases.Candidates(token))
        {
            if (JsonBinding.TryBind(token, _caseTypes[candidate], out var value) && value is not null)
                return Construct(value);
        }

        return Construct(token);
    }

    private object Construct(object value)
    {
        var constructors = _type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var constructor = Array.Find(constructors, candidate => candidate.GetParameters().Length == 1 && candidate.GetParameters()[0].ParameterType.IsInstanceOfType(value))
            ?? throw new NotSupportedException($"{_type} has no constructor for {value.GetType()}.");
        return constructor.Invoke([value]);
    }

    private static JsonKinds KindsOf(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when typeof(JToken).IsAssignableFrom(type) => JsonKinds.Any,
            _ when type == typeof(string) || type == typeof(DateTimeOffset) || typeof(IOpenEnum).IsAssignableFrom(type) => JsonKinds.Text,
            _ when type == typeof(long) => JsonKinds.Integer,
            _ when type == typeof(double) => JsonKinds.Integer | JsonKinds.Fraction,
            _ when type == typeof(bool) => JsonKinds.Boolean,
            _ when typeof(IntercomModel).IsAssignableFrom(type) || type == typeof(CustomAttributes) => JsonKinds.Object,
            { IsGenericType: true } => type.GetGenericArguments().Length == 1 ? JsonKinds.List : JsonKinds.Object,
            _ => JsonKinds.None,
        };
    }
}
