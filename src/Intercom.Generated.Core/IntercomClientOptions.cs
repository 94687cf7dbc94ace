using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated;

/// <summary>How a client reaches Intercom. A client copies the options when it is made; later changes do not affect it.</summary>
public sealed class IntercomClientOptions
{
    /// <summary>Makes options without a token; set <see cref="AccessToken"/> or <see cref="AccessTokenProvider"/>.</summary>
    public IntercomClientOptions()
    {
    }

    /// <summary>Makes options with an access token.</summary>
    /// <param name="accessToken">The access token of the app or workspace.</param>
    public IntercomClientOptions(string accessToken) => AccessToken = accessToken;

    /// <summary>Copies options, also those of the retries, so that a second client can differ in some: another region, another token.</summary>
    /// <param name="other">What is copied. It need not be complete.</param>
    /// <exception cref="ArgumentNullException">There is nothing to copy.</exception>
    public IntercomClientOptions(IntercomClientOptions other)
    {
        if (other is null)
            throw new ArgumentNullException(nameof(other));
        AccessToken = other.AccessToken;
        AccessTokenProvider = other.AccessTokenProvider;
        Region = other.Region;
        BaseAddress = other.BaseAddress;
        HttpClient = other.HttpClient;
        HttpMessageHandler = other.HttpMessageHandler;
        Timeout = other.Timeout;
        TryTimeout = other.TryTimeout;
        Retry = other.Retry?.Copy()!;
        RateLimiter = other.RateLimiter;
        MaxResponseSize = other.MaxResponseSize;
        LoggerFactory = other.LoggerFactory;
        TimeProvider = other.TimeProvider;
        ApplicationName = other.ApplicationName;
        VersionMismatch = other.VersionMismatch;
        OnVersionMismatch = other.OnVersionMismatch;
    }

    /// <summary>The access token, sent as a bearer token. Null when <see cref="AccessTokenProvider"/> gives it.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Gives the access token for each request, for tokens that rotate. Null when <see cref="AccessToken"/> is fixed.</summary>
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>The region of the workspace; the United States by default. Not used when <see cref="BaseAddress"/> is set.</summary>
    public IntercomRegion Region { get; set; }

    /// <summary>Another address than that of a region, such as a proxy's. Must be https, or http to this machine. Null for the region's.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Your own HttpClient, which the client uses and does not dispose. Null to share one that is set up well for Intercom.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Your own handler, such as a fake in tests, which the client uses and does not dispose. Null for a real connection.</summary>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>
    /// The longest that a call may take, its retries and the body of the answer included; 100 seconds by default. The first wait for
    /// <see cref="RateLimiter"/> does not count. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The longest that one try of a call may take; 30 seconds by default. It does not hold for uploads. For a download it holds until the headers are
    /// there, and then for each read of the content. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When and how a failed try is made again.</summary>
    public IntercomRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// What every try waits for before it is sent, so that a client stays below the rate limit: an <see cref="IntercomRateLimiter"/>, which clients of
    /// one workspace should share, or a limiter of your own that several machines share. The client does not dispose it. Null for no pacing.
    /// </summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>The longest JSON or text answer that is read, in bytes after decompression; 64 MiB by default. Downloads have no limit.</summary>
    public long MaxResponseSize { get; set; } = 64L * 1024 * 1024;

    /// <summary>Where the client logs, in the category <c>Intercom.Generated</c>; null for nowhere. No token, e-mail address or body is ever logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts, retries and pacing; the system's own by default. A test can set another one.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The name of your application, added to the User-Agent header. Null for none.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>What happens when an answer's Intercom-Version header names another version than the one asked for; <see cref="VersionMismatchPolicy.Warn"/> by default.</summary>
    public VersionMismatchPolicy VersionMismatch { get; set; } = VersionMismatchPolicy.Warn;

    /// <summary>
    /// Called for every answer, also an error, that another version has given, unless <see cref="VersionMismatch"/> is
    /// <see cref="VersionMismatchPolicy.Ignore"/>. It is called in the middle of the call, from several threads if there are several calls;
    /// what it throws ends the call. Null for nothing.
    /// </summary>
    public Action<VersionMismatch>? OnVersionMismatch { get; set; }

    internal Uri ResolvedBaseAddress
    {
        get
        {
            var address = BaseAddress ?? IntercomRegions.GetBaseAddress(Region);
            if (!address.IsAbsoluteUri || !IsSecure(address))
                throw new ArgumentException($"{nameof(BaseAddress)} must be an https address (http only to this machine), because the access token is sent to it.");
            if (address.Query.Length > 0 || address.Fragment.Length > 0)
                throw new ArgumentException($"{nameof(BaseAddress)} cannot have a query or a fragment, because paths are added to it.");
            return address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");
        }
    }

    /// <summary>Checks the options as a client does when it is made. Nothing is sent.</summary>
    /// <exception cref="ArgumentException">The options cannot be used; the message says which and why. It never holds the token.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(AccessToken) && AccessTokenProvider is null)
            throw new ArgumentException($"Set {nameof(AccessToken)} or {nameof(AccessTokenProvider)}. An access token is found in Intercom's Developer Hub, under Authentication.");
        if (AccessToken is not null && !CanBeToken(AccessToken))
            throw new ArgumentException($"{nameof(AccessToken)} holds a space, a line break or another character that no token has. Check how it was read.");
        if (HttpClient is not null && HttpMessageHandler is not null)
            throw new ArgumentException($"Set {nameof(HttpClient)} or {nameof(HttpMessageHandler)}, not both.");
        Validate(Timeout, nameof(Timeout));
        Validate(TryTimeout, nameof(TryTimeout));
        if (Retry is null || TimeProvider is null)
            throw new ArgumentException($"{nameof(Retry)} and {nameof(TimeProvider)} cannot be null.");
        Retry.Validate();
        if (MaxResponseSize is <= 0 or > int.MaxValue / 2)
            throw new ArgumentException($"{nameof(MaxResponseSize)} must be positive and at most 1 GiB.");
        if (VersionMismatch is not (VersionMismatchPolicy.Ignore or VersionMismatchPolicy.Warn or VersionMismatchPolicy.Throw))
            throw new ArgumentException($"{nameof(VersionMismatch)} {VersionMismatch} is not known.");
        _ = ResolvedBaseAddress;
    }

    internal IntercomClientOptions ValidatedCopy()
    {
        Validate();
        var copy = (IntercomClientOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        return copy;
    }

    internal static bool IsSecure(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    internal static bool CanBeToken(string? token) => !string.IsNullOrEmpty(token) && token!.All(c => c is >= '!' and <= '~');

    internal static TimeSpan Validate(TimeSpan timeout, string name) =>
        timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= int.MaxValue)
            ? timeout
            : throw new ArgumentException($"{name} must be positive and at most {int.MaxValue} milliseconds, or infinite.");
}
