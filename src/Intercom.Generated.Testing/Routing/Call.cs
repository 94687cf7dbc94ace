using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>A request that is let in, with the operation that it calls.</summary>
internal sealed class Call(ApiDescription description, Operation operation, FakeRequest request, IReadOnlyList<string> path, JToken? body)
{
    public ApiDescription Description { get; } = description;

    public Operation Operation { get; } = operation;

    public FakeRequest Request { get; } = request;

    /// <summary>The body's members; empty when there was no body.</summary>
    public JObject Body { get; } = body as JObject ?? [];

    /// <summary>The values of the path's placeholders from left to right.</summary>
    public IReadOnlyList<string> PathValues { get; } =
        [.. path.Where((_, index) => PathTemplate.IsPlaceholder(operation.Segments[index]))];

    /// <summary>The names and values of the path's placeholders.</summary>
    public IEnumerable<KeyValuePair<string, string>> NamedPathValues =>
        Operation.Segments.Where(PathTemplate.IsPlaceholder).Select(segment => segment.Substring(1, segment.Length - 2))
            .Zip(PathValues, (name, value) => new KeyValuePair<string, string>(name, value));

    /// <summary>A sample of what the operation answers.</summary>
    public JToken Sample() => Operation.Response.Schema is { } schema ? Description.Samples.Generate(schema) : new JObject();

    /// <summary>A sample of what the operation answers with some members replaced.</summary>
    public JObject SampleWith(JObject members)
    {
        var sample = Sample() as JObject ?? [];
        foreach (var member in members.Properties())
            sample[member.Name] = member.Value;
        return sample;
    }

    public Answer Answer(JToken json) => new(Operation.Response.Status, json);

    /// <summary>A scalar member of the body as text.</summary>
    public string? Text(string name) => Scalar(Body[name]);

    /// <exception cref="Rejection">The body has no such member.</exception>
    public string RequiredText(string name) => Text(name) ?? throw Rejection.Missing(name);

    public static string? Scalar(JToken? token) =>
        token is JValue { Value: not null } value ? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
