using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>Makes the address of a request.</summary>
internal static class RequestUri
{
    public static Uri For(Uri baseAddress, ApiRequest request, RequestOptions? options)
    {
        var address = new StringBuilder(baseAddress.AbsoluteUri).Append(request.Path, 1, request.Path.Length - 1);
        var separator = '?';
        foreach (var parameter in request.Query.Concat(options?.Query ?? Enumerable.Empty<KeyValuePair<string, string>>()))
        {
            address.Append(separator).Append(Uri.EscapeDataString(parameter.Key)).Append('=').Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        return new Uri(address.ToString());
    }
}
