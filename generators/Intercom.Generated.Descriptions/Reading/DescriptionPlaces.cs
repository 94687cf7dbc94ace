using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// Finds the places of model keys in a description: <c>contact/email</c> is <c>#/components/schemas/contact/properties/email</c>.
/// </summary>
public sealed class DescriptionPlaces(JObject description)
{
    /// <summary>The maximum number of chained references, which stops cycles.</summary>
    private const int MaximumReferences = 16;

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private readonly Dictionary<string, Node> _operations = DescriptionOperations.Of(description)
        .GroupBy(operation => operation.Key)
        .ToDictionary(
            group => group.Key,
            group => new Node(
                JsonPointer.Root.Append("paths").Append(group.First().Path).Append(group.First().Method.ToLowerInvariant()),
                group.First().Node),
            StringComparer.Ordinal);

    /// <summary>
    /// Finds the place of a key, or its closest ancestor: a class can have properties that its own schema does not declare.
    /// </summary>
    public (JsonPointer Pointer, JToken? Token) Find(string? key)
    {
        var node = key is null ? new Node(JsonPointer.Root.Append("paths"), description["paths"]) : Resolve(key);
        return (node.Pointer, node.Token);
    }

    private Node Resolve(string key)
    {
        var (node, steps) = Operation(key) is { } start ? start : (Component(key.Split('/')[0]), key.Split('/').Skip(1));
        foreach (var step in steps)
        {
            if (Step(node, step) is not { } next)
                break;
            node = next;
        }

        return node;
    }

    private Node Component(string name) =>
        new(JsonPointer.Root.Append("components").Append("schemas").Append(name), description["components"]?["schemas"]?[name]);

    // Paths contain slashes too, so the longest operation key that the key starts with wins.
    private (Node Node, IEnumerable<string> Steps)? Operation(string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOfAny(['/', '?'], end - 1))
        {
            if (!_operations.TryGetValue(key.Substring(0, end), out var operation))
                continue;
            var rest = key.Substring(end);
            if (rest.StartsWith("?", StringComparison.Ordinal))
                return Parameter(operation, rest.Substring(1).Split('/'));
            var steps = rest.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
            return steps.FirstOrDefault() switch
            {
                "request" => (Content(operation, "requestBody", null), steps.Skip(1)),
                "response" => (Content(operation, "responses", "2"), steps.Skip(1)),
                _ => (operation, []),
            };
        }

        return null;
    }

    private (Node Node, IEnumerable<string> Steps) Parameter(Node operation, string[] steps)
    {
        var shared = new Node(operation.Pointer.Parent!, operation.Token?.Parent?.Parent);
        foreach (var owner in new[] { operation, shared })
        {
            var parameters = owner.Property("parameters");
            for (var i = 0; parameters?.Token is JArray list && i < list.Count; i++)
            {
                var place = new Node(parameters.Value.Pointer.Append(i), list[i]);
                if ((string?)Target(place).Token?["name"] == steps[0])
                    return (steps.Length > 1 && place.Property("schema") is { } schema ? schema : place, steps.Skip(1));
            }
        }

        return (operation, []);
    }

    // The schema of the request or response body.
    private Node Content(Node operation, string member, string? status)
    {
        if (operation.Property(member) is not { } holder)
            return operation;
        if (status is not null)
        {
            var response = (holder.Token as JObject)?.Properties().Where(p => p.Name.StartsWith(status, StringComparison.Ordinal))
                .OrderByDescending(p => p.Value["content"] is not null).FirstOrDefault();
            if (response is null)
                return holder;
            holder = new Node(holder.Pointer.Append(response.Name), response.Value);
        }

        holder = Target(holder);
        return holder.Property("content") is { Token: JObject content } media && content.Properties().FirstOrDefault() is { } first
            && new Node(media.Pointer.Append(first.Name), first.Value).Property("schema") is { } schema
                ? schema
                : holder;
    }

    private Node? Step(Node owner, string name, int depth = 0)
    {
        if (depth > MaximumReferences)
            return null;
        var target = Target(owner);
        if (name == "[]" && target.Property("items") is { } items)
            return items;
        if (target.Property("properties")?.Property(name) is { } property)
            return property;
        foreach (var member in Compositions.SelectMany(target.Elements))
        {
            if (HasDiscriminator(member, name))
                return member;
            if (Step(member, name, depth + 1) is { } found)
                return found;
        }

        return null;
    }

    // The key of a union case ends with its discriminator value.
    private bool HasDiscriminator(Node member, string value) =>
        (Target(member).Token?["properties"] as JObject)?.PropertyValues()
            .Any(property => (property["enum"] as JArray)?.Any(allowed => allowed.ToString() == value) == true) == true;

    private Node Target(Node node)
    {
        for (var hops = 0; hops < MaximumReferences && (node.Token as JObject)?["$ref"] is JValue { Value: string reference }; hops++)
        {
            if (JsonPointer.Resolve(description, reference) is not { } target)
                break;
            node = new Node(JsonPointer.Parse(reference), target);
        }

        return node;
    }

    private readonly record struct Node(JsonPointer Pointer, JToken? Token)
    {
        public Node? Property(string name) => (Token as JObject)?[name] is { } value ? new Node(Pointer.Append(name), value) : null;

        public IEnumerable<Node> Elements(string name)
        {
            if (Property(name) is not { Token: JArray list } array)
                yield break;
            for (var i = 0; i < list.Count; i++)
                yield return new Node(array.Pointer.Append(i), list[i]);
        }
    }
}
