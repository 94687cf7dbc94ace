using System.Diagnostics;
using System.Runtime.Serialization;
using System.Threading.RateLimiting;
using Intercom.Generated.Runtime;
using Microsoft.Extensions.Logging;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Intercom.Generated;

/// <summary>The options of a client. A client copies them when it is created; later changes do not affect it.</summary>
public sealed class IntercomClientOptions
{
    /// <summary>Creates options without a token. Set <see cref="AccessToken"/> or <see cref="AccessTokenProvider"/>.</summary>
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
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>Supplies the access token for each attempt, for tokens that rotate. Null if <see cref="AccessToken"/> is set.</summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>The region of the workspace. The default is the United States. Ignored if <see cref="BaseAddress"/> is set.</summary>
    public IntercomRegion Region { get; set; }

    /// <summary>
    /// The base address to use instead of the region's, such as the address of a proxy. It must be https, or http to this machine. Null to
    /// use the region's address.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Your own HttpClient. The client does not dispose it. Null to use a shared HttpClient with settings for Intercom. If its
    /// <see cref="HttpClient.BaseAddress"/> is set, it is used instead of the region's address.
    /// </summary>
    /// <remarks>
    /// The client follows redirects of GET itself, and sends the access token and your headers only to the original host. Turn off
    /// <c>AllowAutoRedirect</c>, which .NET turns on by default. Otherwise, the handler follows redirects before the client sees them. It
    /// leaves out the access token, but it sends your headers and, after 307 and 308, the body to the other host.
    /// </remarks>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Your own handler, such as a fake in tests. The client does not dispose it. Null to use real connections. Turn off
    /// <c>AllowAutoRedirect</c>, as described for <see cref="HttpClient"/>.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>
    /// The timeout of a call, including its retries and the response body. The default is 100 seconds. The first wait for
    /// <see cref="RateLimiter"/> does not count. Use <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no timeout.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The timeout of one attempt. The default is 30 seconds. It does not apply to uploads. For a download, it applies until the headers
    /// arrive, and then to each read of the content. Use <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no timeout.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The retry options.</summary>
    public IntercomRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// The rate limiter that every attempt waits for: an <c>IntercomRateLimiter</c>, or another limiter, for example one that several
    /// machines share. All clients of a workspace should share one limiter. The client does not dispose it. Null for no limiter.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>
    /// The maximum size of a JSON or text response, and of an event of a stream, in bytes after decompression. The default is 64 MiB.
    /// Downloads have no limit.
    /// </summary>
    public long MaxResponseSize { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// The logger factory. The log category is <c>Intercom.Generated</c>. Null for no logging. Tokens, email addresses, and bodies are
    /// never logged.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for timeouts, retries, and rate limiting. The default is the system clock. Replace it in tests.</summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The name of your application, added to the User-Agent header. Null for none.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The reaction to a response whose Intercom-Version header differs from the requested version. The default is
    /// <see cref="VersionMismatchPolicy.Warn"/>.
    /// </summary>
    public VersionMismatchPolicy VersionMismatch { get; set; } = VersionMismatchPolicy.Warn;

    /// <summary>
    /// Called for every response from another version, including errors, unless <see cref="VersionMismatch"/> is
    /// <see cref="VersionMismatchPolicy.Ignore"/>. The callback runs during the call, and on several threads if calls run concurrently. If
    /// it throws, the call fails. Null for no callback.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public Action<VersionMismatch>? OnVersionMismatch { get; set; }

    /// <summary>
    /// Copies the options, including the retry options, for example to create a second client with another region or token.
    /// </summary>
    public IntercomClientOptions Copy()
    {
        var copy = (IntercomClientOptions)MemberwiseClone();
        copy.Retry = Retry?.Copy()!;
        return copy;
    }

    /// <summary>Whether requests pass through handlers of the caller, which can send them again.</summary>
    internal bool HasHandlers => HttpClient is not null || HttpMessageHandler is DelegatingHandler;

    /// <summary>Validates the options as a client does when it is created. No request is sent.</summary>
    /// <exception cref="ArgumentException">
    /// An option is not valid. The message states which one and why. It never contains the token.
    /// </exception>
    public void Validate() => ClientOptionsRules.Check(this);

    internal IntercomClientOptions ValidatedCopy()
    {
        Validate();
        return Copy();
    }
}
