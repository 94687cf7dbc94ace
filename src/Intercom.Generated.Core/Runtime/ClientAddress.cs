namespace Intercom.Generated.Runtime;

/// <summary>Decides which address a client sends to.</summary>
internal static class ClientAddress
{
    /// <summary>Returns the address that the options choose, with a slash at the end.</summary>
    /// <exception cref="ArgumentException">The address is not safe for a token, or the region is not known.</exception>
    public static Uri Of(IntercomClientOptions options)
    {
        var address = options.BaseAddress ?? options.HttpClient?.BaseAddress ?? AddressOf(options.Region);
        var name = options.BaseAddress is null
            ? $"The {nameof(options.BaseAddress)} of {nameof(options.HttpClient)}"
            : nameof(options.BaseAddress);
        if (!address.IsAbsoluteUri || !IsSecure(address))
            throw new ArgumentException(
                $"{name} must be an https address (http only to this machine), because the access token is sent to it.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException($"{name} cannot have a query or a fragment, because the client appends paths to it.");
        return address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <summary>Whether a token can be sent to an address.</summary>
    public static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static Uri AddressOf(IntercomRegion region)
    {
        try
        {
            return IntercomRegions.GetBaseAddress(region);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException($"{nameof(IntercomClientOptions.Region)} {region} is not a known region.", e);
        }
    }
}
