using System.Net;
using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>A request that a <see cref="FakeIntercom"/> received.</summary>
public sealed class FakeRequest
{
    private static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly byte[] _body;

    internal FakeRequest(string method, Uri uri, IReadOnlyDictionary<string, string> headers, byte[] body, bool hasBody)
    {
        Method = method;
        Uri = uri;
        Headers = headers;
        _body = body;
        Body = hasBody ? Encoding.UTF8.GetString(body) : null;
        Query = ParseQuery(uri.Query);
    }

    /// <summary>The HTTP method in uppercase, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>The absolute URI.</summary>
    public Uri Uri { get; }

    /// <summary>The path as sent, without unescaping, such as <c>/contacts/42</c>.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>The path and query as sent, without unescaping, such as <c>/contacts?per_page=5</c>.</summary>
    public string PathAndQuery => Uri.PathAndQuery;

    /// <summary>The unescaped query parameters, in the order in which they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The request and content headers. Multiple values of a header are separated by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body decoded as UTF-8, or null if the request has no body.</summary>
    public string? Body { get; }

    /// <summary>
    /// The operation that the request calls, such as <c>GET /contacts/{contact_id}</c>, or null if no operation matches.
    /// </summary>
    public string? Operation { get; private set; }

    /// <summary>
    /// The unescaped values of the placeholders in the path, by name, such as <c>contact_id</c>. Names differ between API versions. Empty
    /// if no operation matches.
    /// </summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; private set; } = NoParameters;

    /// <summary>
    /// The unescaped values of the placeholders in the path, from left to right. Empty if no operation matches.
    /// </summary>
    public IReadOnlyList<string> PathValues { get; private set; } = [];

    /// <summary>The status code of the response, or null if there is none yet or the connection was closed.</summary>
    public HttpStatusCode? Status { get; internal set; }

    /// <summary>The fault that the request got from <see cref="FakeIntercom.Faults"/>, or null for none.</summary>
    public string? Fault { get; internal set; }

    /// <summary>
    /// The top-level properties of the body that the operation does not declare. Intercom and the fake ignore them, so use this list
    /// to find properties that have no effect.
    /// </summary>
    public IReadOnlyList<string> UndeclaredProperties { get; internal set; } = [];

    /// <summary>Gets the bytes of the body. Empty if the request has no body.</summary>
    public byte[] GetBodyBytes() => (byte[])_body.Clone();

    /// <summary>Gets the first value of a query parameter, or null if the parameter is missing.</summary>
    public string? GetQuery(string name) => Query.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>
    /// Reads the body as a JSON object. To read the request type of the SDK instead, pass <see cref="GetBodyBytes"/> to
    /// <c>IntercomJson.Read&lt;CreateContactRequest&gt;</c>.
    /// </summary>
    /// <returns>A new object, or null if the request has no body. Times are strings, as they were sent.</returns>
    /// <exception cref="InvalidOperationException">The body is not a JSON object.</exception>
    public JObject? ReadJson()
    {
        if (string.IsNullOrEmpty(Body))
            return null;
        try
        {
            return StrictJsonReader.Parse(Body!) as JObject
                ?? throw new InvalidOperationException($"The body of {Method} {Path} is JSON, but not an object.");
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException($"The body of {Method} {Path} is not valid JSON: {e.Message}.", e);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Method} {PathAndQuery}";

    /// <summary>Sets the operation that the request calls.</summary>
    internal void Call(Operation? operation, IReadOnlyList<string> path)
    {
        Operation = operation?.Key;
        if (operation is null)
            return;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new List<string>();
        for (var i = 0; i < path.Count; i++)
        {
            if (!PathSegments.IsPlaceholder(operation.Segments[i]))
                continue;
            parameters[operation.Segments[i].Trim('{', '}')] = path[i];
            values.Add(path[i]);
        }

        PathParameters = parameters;
        PathValues = values;
    }

    /// <summary>Reads the fields of a form, or the properties of a JSON object.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> ReadForm()
    {
        if (Body is null || Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return ParseQuery(Body ?? "");
        try
        {
            return [.. JObject.Parse(Body).Properties()
                .Select(member => new KeyValuePair<string, string>(member.Name, (string?)(member.Value as JValue) ?? ""))];
        }
        catch (JsonException e)
        {
            throw Rejection.BrokenJson(e.Message);
        }
    }

    internal string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    internal static IReadOnlyList<KeyValuePair<string, string>> ParseQuery(string query) => [.. Pairs(query)];

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&').Where(pair => pair.Length > 0))
        {
            var at = pair.IndexOf('=');
            yield return at < 0
                ? new KeyValuePair<string, string>(Unescape(pair), "")
                : new KeyValuePair<string, string>(Unescape(pair.Substring(0, at)), Unescape(pair.Substring(at + 1)));
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
