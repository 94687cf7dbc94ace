using System.Diagnostics;
using System.Runtime.Serialization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Intercom.Generated;

/// <summary>The options of a client. A client copies them when it is created; later changes do not affect it.</summary>
public sealed class IntercomClientOptions
{
    /// <summary>Creates options without a token; set <see cref="AccessToken"/> or <see cref="AccessTokenProvider"/>.</summary>
    public IntercomClientOptions()
    {
    }

    /// <summary>Creates options with an access token.</summary>
    /// <param name="accessToken">The access token of the app or workspace.</param>
    public IntercomClientOptions(string accessToken) => AccessToken = accessToken;

    /// <summary>
    /// The access token, sent as a bearer token. Null if <see cref="AccessTokenProvider"/> supplies it. Serializers leave it out, and
    /// debuggers do not show it.
    /// </summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>Supplies the access token for each attempt, for tokens that rotate. Null if <see cref="AccessToken"/> is set.</summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>The region of the workspace; the United States by default. Not used when <see cref="BaseAddress"/> is set.</summary>
    public IntercomRegion Region { get; set; }

    /// <summary>
    /// The address to use in place of the region's, such as that of a proxy. It must be https, or http to this machine. Null for the
    /// region's.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Your own HttpClient, which the client uses and does not dispose. Null to share one with settings made for Intercom. Its
    /// <see cref="HttpClient.BaseAddress"/>, if set, takes the place of the region's address.
    /// </summary>
    /// <remarks>
    /// The client follows redirects of GET itself, and sends the access token and your headers only to the host that it called. A handler
    /// that follows redirects (<c>AllowAutoRedirect</c>, which .NET turns on by default) does it before the client sees them: it leaves out
    /// the access token, but sends your headers and, after 307 and 308, the body to the other host. Turn it off.
    /// </remarks>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Your own handler, such as a fake in tests, which the client uses and does not dispose. Null for a real connection. Turn off
    /// <c>AllowAutoRedirect</c>, as described for <see cref="HttpClient"/>.
    /// </summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>
    /// The longest that a call may take, including its retries and the body of the response. The default is 100 seconds. The first wait for
    /// <see cref="RateLimiter"/> does not count. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The longest that one attempt may take. The default is 30 seconds. It does not apply to uploads. For a download, it applies until the
    /// headers arrive, and then to each read of the content. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The retries.</summary>
    public IntercomRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// The limiter that every attempt waits for, so that the client stays below the rate limit: an <c>IntercomRateLimiter</c>, which
    /// clients of one workspace should share, or a limiter of your own that several machines share. The client does not dispose it. Null
    /// for none.
    /// </summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>
    /// The maximum size of a JSON or text response, and of an event of a stream, in bytes after decompression. The default is 64 MiB.
    /// Downloads have no limit.
    /// </summary>
    public long MaxResponseSize { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// The logger factory; the category is <c>Intercom.Generated</c>. Null for no log. No token, email address or body is ever logged.
    /// </summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts, retries and pacing. The default is the system's. A test can set another one.</summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The name of your application, added to the User-Agent header. Null for none.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The reaction to a response whose Intercom-Version header names another version than the one requested. The default is
    /// <see cref="VersionMismatchPolicy.Warn"/>.
    /// </summary>
    public VersionMismatchPolicy VersionMismatch { get; set; } = VersionMismatchPolicy.Warn;

    /// <summary>
    /// Called for every response of another version, including errors, unless <see cref="VersionMismatch"/> is
    /// <see cref="VersionMismatchPolicy.Ignore"/>. It is called during the call, from several threads if there are several calls. An
    /// exception that it throws ends the call. Null for none.
    /// </summary>
    [NewtonsoftIgnore]
    [SystemTextIgnore]
    [IgnoreDataMember]
    public Action<VersionMismatch>? OnVersionMismatch { get; set; }

    /// <summary>
    /// Copies the options, including those of the retries, so that a second client can differ in some: another region, another token.
    /// </summary>
    /// <returns>The copy.</returns>
    public IntercomClientOptions Copy()
    {
        var copy = (IntercomClientOptions)MemberwiseClone();
        copy.Retry = Retry?.Copy()!;
        return copy;
    }

    internal Uri ResolvedBaseAddress
    {
        get
        {
            var address = BaseAddress ?? HttpClient?.BaseAddress ?? AddressOfRegion();
            if (!address.IsAbsoluteUri || !IsSecure(address))
                throw new ArgumentException(
                    $"{NameOfAddress} must be an https address (http only to this machine), because the access token is sent to it.");
            if (address.Query.Length > 0 || address.Fragment.Length > 0)
                throw new ArgumentException($"{NameOfAddress} cannot have a query or a fragment, because paths are added to it.");
            return address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");
        }
    }

    private string NameOfAddress => BaseAddress is null ? $"The {nameof(BaseAddress)} of {nameof(HttpClient)}" : nameof(BaseAddress);

    /// <summary>Checks the options as a client does when it is created. Nothing is sent.</summary>
    /// <exception cref="ArgumentException">
    /// The options cannot be used; the message says which and why. It never holds the token.
    /// </exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(AccessToken) && AccessTokenProvider is null)
            throw new ArgumentException(
                $"Set {nameof(AccessToken)} or {nameof(AccessTokenProvider)}. An access token is found in Intercom's Developer Hub, under Authentication.");
        if (AccessToken is not null && !CanBeToken(AccessToken))
            throw new ArgumentException($"{nameof(AccessToken)} holds a space, a line break or another character that no token has. Check how it was read.");
        if (HttpClient is not null && HttpMessageHandler is not null)
            throw new ArgumentException($"Set {nameof(HttpClient)} or {nameof(HttpMessageHandler)}, not both.");
        Validate(Timeout, nameof(Timeout));
        Validate(AttemptTimeout, nameof(AttemptTimeout));
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
        return Copy();
    }

    private Uri AddressOfRegion()
    {
        try
        {
            return IntercomRegions.GetBaseAddress(Region);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException($"{nameof(Region)} {Region} is not known.", e);
        }
    }

    internal static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    internal static bool CanBeToken(string? token) => !string.IsNullOrEmpty(token) && token!.All(c => c is >= '!' and <= '~');

    internal static TimeSpan Validate(TimeSpan timeout, string name) =>
        timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= int.MaxValue)
            ? timeout
            : throw new ArgumentException($"{name} must be positive and at most {int.MaxValue} milliseconds, or infinite.");
}
