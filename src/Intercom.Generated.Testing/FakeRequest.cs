using System.Text;

namespace Intercom.Generated.Testing;

/// <summary>A request that a <see cref="FakeIntercom"/> has seen.</summary>
public sealed class FakeRequest
{
    private readonly byte[] _body;

    internal FakeRequest(string method, Uri uri, IReadOnlyDictionary<string, string> headers, byte[] body, bool hasBody)
    {
        Method = method;
        Uri = uri;
        Headers = headers;
        _body = body;
        Body = hasBody ? Encoding.UTF8.GetString(body) : null;
        Query = [.. ParseQuery(uri.Query)];
    }

    /// <summary>The method in upper case: <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>The whole address.</summary>
    public Uri Uri { get; }

    /// <summary>The path as it was sent, still escaped: <c>/contacts/42</c>.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>Path and query as they were sent: <c>/contacts?per_page=5</c>.</summary>
    public string PathAndQuery => Uri.PathAndQuery;

    /// <summary>The query, unescaped, in the order in which it was sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The headers of request and content; several values of one header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body read as UTF-8, or <see langword="null"/> when there was none.</summary>
    public string? Body { get; }

    /// <summary>
    /// The operation that the request was for, such as <c>GET /contacts/{contact_id}</c>; <see langword="null"/> when there is none.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>
    /// Members at the top of the body that the operation does not declare. Intercom ignores them, so the fake does as well;
    /// a test can see here that something was sent in vain.
    /// </summary>
    public IReadOnlyList<string> UndeclaredProperties { get; internal set; } = [];

    /// <summary>The body's bytes; empty when there was none.</summary>
    public byte[] GetBodyBytes() => (byte[])_body.Clone();

    /// <summary>The first value of a query parameter, or <see langword="null"/>.</summary>
    public string? GetQuery(string name) => Query.FirstOrDefault(pair => pair.Key == name).Value;

    /// <inheritdoc />
    public override string ToString() => $"{Method} {PathAndQuery}";

    internal string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    private static IEnumerable<KeyValuePair<string, string>> ParseQuery(string query)
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
