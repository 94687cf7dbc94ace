using System.Net.Http.Headers;

namespace Intercom.Generated.Runtime;

/// <summary>Supplies the access token of requests, from the options or their provider.</summary>
internal sealed class AccessTokens(ApiVersion version, IntercomClientOptions options)
{
    private AuthenticationHeaderValue? _authorization;

    /// <summary>Whether the token can change between requests.</summary>
    public bool CanChange => options.AccessTokenProvider is not null;

    /// <summary>Whether a token can be sent in a header.</summary>
    public static bool IsValid(string? token) => !string.IsNullOrEmpty(token) && token!.All(c => c is >= '!' and <= '~');

    /// <summary>Gets the token for a request.</summary>
    public ValueTask<string> GetAsync(ApiOperation operation, CancellationToken cancellationToken) =>
        options.AccessTokenProvider is { } provider
            ? GetFromProviderAsync(provider, operation, cancellationToken)
            : new ValueTask<string>(options.AccessToken!);

    /// <summary>Gets the Authorization header for a request.</summary>
    // Even a provider usually returns the same token again, so the header is cached.
    public async ValueTask<AuthenticationHeaderValue> GetHeaderAsync(ApiOperation operation, CancellationToken cancellationToken)
    {
        var token = await GetAsync(operation, cancellationToken).ConfigureAwait(false);
        var authorization = Volatile.Read(ref _authorization);
        if (authorization?.Parameter != token)
            Volatile.Write(ref _authorization, authorization = new AuthenticationHeaderValue("Bearer", token));
        return authorization!;
    }

    private async ValueTask<string> GetFromProviderAsync(
        Func<CancellationToken, ValueTask<string>> provider, ApiOperation operation, CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await provider(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            throw new IntercomRequestException(operation, version, $"{nameof(IntercomClientOptions.AccessTokenProvider)} failed", e);
        }

        return IsValid(token)
            ? token!
            : throw new IntercomRequestException(
                operation, version, $"{nameof(IntercomClientOptions.AccessTokenProvider)} did not return a valid token.", null);
    }
}
