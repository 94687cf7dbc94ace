using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>Finds the contact that remains after a merge: the canonical link of the response (RFC 6596).</summary>
internal static class SurvivingContact
{
    private const int LongestId = 128;
    private const string Collection = "/contacts/";

    private static readonly string[] IntercomHosts = ["api.intercom.io", "api.eu.intercom.io", "api.au.intercom.io"];

    // Used if the caller's handler does not set RequestMessage.
    private static readonly Uri DefaultAddress = new("https://api.intercom.io/");

    /// <summary>Gets the ID from the first canonical link to a contact, or null if there is none.</summary>
    public static string? IdIn(ApiFailure failure)
    {
        if (!failure.Response.Headers.TryGetValue("Link", out var headers))
            return null;
        return headers.SelectMany(WebLink.Parse)
            .Where(link => link.HasRelation("canonical"))
            .Select(link => IdAt(link.Target, failure.Address ?? DefaultAddress))
            .FirstOrDefault(id => id is not null);
    }

    private static string? IdAt(string target, Uri request)
    {
        if (!Uri.TryCreate(request, target, out var address) || !IsIntercom(address, request))
            return null;
        // The ID is the last segment, after the collection. A base address can add a path before both.
        var path = address.AbsolutePath.TrimEnd('/');
        var start = path.LastIndexOf('/') + 1;
        var collection = start - Collection.Length;
        if (collection < 0
            || string.CompareOrdinal(path, collection, Collection, 0, Collection.Length) != 0
            || string.CompareOrdinal(path, 0, request.AbsolutePath, 0, collection + 1) != 0)
            return null;
        var id = Uri.UnescapeDataString(path.Substring(start));
        return IsId(id) ? id : null;
    }

    // The request may have gone to a proxy that passes links to Intercom's own hosts through.
    private static bool IsIntercom(Uri address, Uri request) =>
        address.Scheme == request.Scheme && address.Authority == request.Authority
        || address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && IntercomHosts.Contains(address.Host);

    // Programs use the ID in URLs, queries, and logs, so only harmless characters are accepted.
    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId
        && id.All(c => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '-' or '_' or '.' or '~')
        && id.Any(c => c is not '.');
}
