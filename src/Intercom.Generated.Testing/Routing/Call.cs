using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>An accepted request and the operation that it calls.</summary>
internal sealed class Call(ApiDescription description, Operation operation, FakeRequest request, IReadOnlyList<string> path, JToken? body)
{
    public ApiDescription Description { get; } = description;

    public Operation Operation { get; } = operation;

    public FakeRequest Request { get; } = request;

    /// <summary>The JSON object in the body. Empty if the request has no body.</summary>
    public JObject Body { get; } = body as JObject ?? [];

    /// <summary>The values of the path's placeholders, from left to right.</summary>
    public IReadOnlyList<string> PathValues { get; } =
        [.. path.Where((_, index) => PathSegments.IsPlaceholder(operation.Segments[index]))];

    /// <summary>The names and values of the path's placeholders.</summary>
    public IEnumerable<KeyValuePair<string, string>> NamedPathValues =>
        Operation.Segments.Where(PathSegments.IsPlaceholder).Select(segment => segment.Substring(1, segment.Length - 2))
            .Zip(PathValues, (name, value) => new KeyValuePair<string, string>(name, value));

    /// <summary>Generates a sample of the operation's response.</summary>
    public JToken Sample() => Description.SampleOf(Operation);

    /// <summary>Generates a sample of the operation's response with some properties replaced.</summary>
    public JObject SampleWith(JObject members)
    {
        var sample = Sample() as JObject ?? [];
        foreach (var member in members.Properties())
            sample[member.Name] = member.Value;
        return sample;
    }

    /// <summary>Creates the declared reference to a deleted resource. Its type is in <c>object</c> or <c>type</c>.</summary>
    public JObject DeletedReference(JToken id, string type)
    {
        var reference = SampleWith(new JObject { ["deleted"] = true });
        foreach (var (name, value) in new (string, JToken)[] { ("id", id), ("object", type), ("type", type) })
        {
            if (reference[name] is not { } sample)
                continue;
            reference[name] = sample.Type == JTokenType.Integer && long.TryParse(Scalar(value), out var number) ? number : value;
        }

        return Operation.Response.Schema is { } schema && !Description.Validator.IsValid(reference, schema)
            ? SampleWith(new JObject { ["id"] = reference["id"], ["deleted"] = true })
            : reference;
    }

    public FakeResponse Respond(JToken json) => new(Operation.Response.Status, json);

    /// <summary>Gets a scalar property of the body as text.</summary>
    public string? Text(string name) => Scalar(Body[name]);

    /// <exception cref="Rejection">The property is missing from the body.</exception>
    public string RequiredText(string name) => Text(name) ?? throw Rejection.Missing(name);

    public static string? Scalar(JToken? token) =>
        token is JValue { Value: not null } value ? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
