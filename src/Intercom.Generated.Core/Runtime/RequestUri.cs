using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>Builds the URLs of requests.</summary>
internal sealed class RequestUri(Uri baseAddress)
{
    private readonly string _base = baseAddress.AbsoluteUri;
    private readonly string _baseWithoutSlash = baseAddress.AbsoluteUri.TrimEnd('/');

    public Uri For(ApiRequest request, RequestOptions? options)
    {
        // A path without a leading slash must not become part of the host.
        var address = (request.Path.StartsWith("/", StringComparison.Ordinal) ? _baseWithoutSlash : _base) + request.Path;
        return new Uri(request.Query.Count == 0 && options is null or { Query.Count: 0 } ? address : WithQuery(address, request, options));
    }

    private static string WithQuery(string start, ApiRequest request, RequestOptions? options)
    {
        var address = new StringBuilder(start);
        var separator = '?';
        foreach (var parameter in request.Query.Concat(options?.Query ?? Enumerable.Empty<KeyValuePair<string, string>>()))
        {
            address.Append(separator).Append(Uri.EscapeDataString(parameter.Key)).Append('=').Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        return address.ToString();
    }
}
