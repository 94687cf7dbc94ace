using Microsoft.AspNetCore.Http;

namespace Intercom.Generated.FakeServer;

/// <summary>
/// Lets redirects to files, such as recorded calls, lead to this server. The fake has them on a host of their own, which does not exist.
/// </summary>
internal static class FileLink
{
    private const string Prefix = "/_fake/files/";
    private const string Domain = "example.test";

    public static bool IsFile(Uri address) =>
        address.Host == Domain || address.Host.EndsWith("." + Domain, StringComparison.Ordinal);

    public static string ToPath(Uri address) => $"{Prefix}{address.Host}{address.PathAndQuery}";

    /// <summary>Gets the address of the requested file, or null if the request is for something else.</summary>
    public static Uri? ToAddress(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Value!.StartsWith(Prefix, StringComparison.Ordinal)
        && Uri.TryCreate($"https://{request.Path.Value[Prefix.Length..]}{request.QueryString}", UriKind.Absolute, out var address)
        && IsFile(address)
            ? address
            : null;
}
