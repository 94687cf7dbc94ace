namespace Intercom.Generated.Runtime;

/// <summary>
/// The headers and error codes that may be logged. Headers need an allow list, because a server or proxy can add any header.
/// </summary>
internal static class LoggedHeaders
{
    private const string Redacted = "REDACTED";
    private const int MostHeaders = 50;
    private const int LongestValue = 100;

    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache-Control", "Content-Encoding", "Content-Length", "Content-Type", "Date", "Intercom-Version", "Retry-After",
        "Transfer-Encoding",
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id",
    };

    /// <summary>Formats the headers of a response, with values redacted unless the header is on the allow list.</summary>
    public static string Of(HttpResponseMessage message) => string.Join(
        "; ",
        message.Headers.Concat(message.Content.Headers).Take(MostHeaders).Select(header =>
            $"{BoundedText.Of(header.Key, LongestValue)}: {(Allowed.Contains(header.Key) ? Value(header.Value) : Redacted)}"));

    private static string Value(IEnumerable<string> values) => BoundedText.Of(string.Join(", ", values), LongestValue);

    /// <summary>Returns the code of an error, redacted if it does not have the form of a code.</summary>
    public static string Code(string code) =>
        code.Length <= 64 && code.All(c => c is '_' or '-' or '.' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? code
            : Redacted;
}
