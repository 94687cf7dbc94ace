namespace Intercom.Generated.Runtime;

/// <summary>What of an answer may be logged: an allow list, because what a server or a proxy adds is not known.</summary>
internal static class LoggedHeaders
{
    private const string Redacted = "REDACTED";

    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache-Control", "Content-Encoding", "Content-Length", "Content-Type", "Date", "Intercom-Version", "Retry-After", "Transfer-Encoding",
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id",
    };

    /// <summary>The headers of an answer as text, with the values of those that are not allowed replaced.</summary>
    public static string Of(HttpResponseMessage message) => string.Join(
        "; ",
        message.Headers.Concat(message.Content.Headers).Select(header => $"{header.Key}: {(Allowed.Contains(header.Key) ? string.Join(", ", header.Value) : Redacted)}"));

    /// <summary>An error's code as it is, unless it is no code.</summary>
    public static string Code(string code) => code.Length <= 64 && code.All(c => c is '_' or '-' or '.' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) ? code : Redacted;
}
