using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// Finds the newest API version that Intercom accepts among the candidates of a program. Each attempt is one GET /me. Results are cached
/// for the process, and concurrent negotiations for the same token share their requests. Thread-safe.
/// </summary>
public sealed class IntercomVersionNegotiator
{
    private const string ProductName = "Intercom.Generated";

    private static readonly ApiOperation WhoAmI = new("Admins.GetCurrent", "GET", "/me");

    private readonly IntercomClientOptions _options;
    private readonly VersionCandidate[] _candidates;
    private readonly TimeSpan _cacheLifetime = TimeSpan.FromHours(1);

    /// <summary>Creates a negotiator.</summary>
    /// <param name="options">The options of the negotiation and of the clients. They are copied.</param>
    /// <param name="candidates">The versions that the program has clients for, in any order.</param>
    /// <exception cref="ArgumentException">
    /// The options are not valid, there are no candidates, or two candidates have the same version.
    /// </exception>
    public IntercomVersionNegotiator(IntercomClientOptions options, params VersionCandidate[] candidates)
    {
        _options = (options ?? throw new ArgumentNullException(nameof(options))).ValidatedCopy();
        if (candidates is not { Length: > 0 })
            throw new ArgumentException("Pass at least one candidate.", nameof(candidates));
        if (candidates.Contains(null!))
            throw new ArgumentException("A candidate is null.", nameof(candidates));
        _candidates = [.. candidates.OrderByDescending(candidate => candidate.Version)];
        for (var i = 1; i < _candidates.Length; i++)
        {
            if (_candidates[i].Version == _candidates[i - 1].Version)
                throw new ArgumentException($"There are two candidates for version {_candidates[i].Version}.", nameof(candidates));
        }
    }

    /// <summary>
    /// The lifetime of a cached result. The default is 1 hour. Use zero to turn the cache off. Results are cached per token, base address,
    /// set of candidates, and <see cref="IntercomClientOptions.HttpMessageHandler"/>. Failures are not cached.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is negative.</exception>
    public TimeSpan CacheLifetime
    {
        get => _cacheLifetime;
        init => _cacheLifetime = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The lifetime cannot be negative.");
    }

    /// <summary>Whether to look up the workspace's default version, with one more request. The default is true.</summary>
    public bool FindWorkspaceDefault { get; init; } = true;

    internal Func<DateTimeOffset> Clock { get; init; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Finds the newest version that Intercom accepts.</summary>
    /// <exception cref="IntercomVersionException">Intercom accepts none of the versions.</exception>
    /// <exception cref="IntercomAuthenticationException">The token is not valid, or not in this region.</exception>
    /// <exception cref="IntercomForbiddenException">The plan or the permissions do not allow API calls.</exception>
    /// <exception cref="IntercomException">A request failed for another reason. No further version was attempted.</exception>
    public async Task<VersionNegotiation> NegotiateAsync(CancellationToken cancellationToken = default)
    {
        var token = await AccessTokenAsync(cancellationToken).ConfigureAwait(false);
        var negotiated = await NegotiationCache.For(_options)
            .GetAsync(KeyFor(token), CacheLifetime, Clock, canceled => FindAsync(token, canceled), cancellationToken)
            .ConfigureAwait(false);
        var candidate = Array.Find(_candidates, known => known.Version == negotiated.Version)!;
        return new VersionNegotiation(negotiated, _options, () => CreateClient(candidate));
    }

    // Only a hash of the token is kept.
    internal string KeyFor(string token)
    {
        var versions = string.Join(",", _candidates.Select(candidate => candidate.Version));
        var looksAtHeader = _options.VersionMismatch != VersionMismatchPolicy.Ignore;
        return $"{Hash(token)} {ClientAddress.Of(_options).AbsoluteUri} {versions} {FindWorkspaceDefault} {looksAtHeader}";
    }

    private async Task<NegotiatedVersion> FindAsync(string token, CancellationToken cancellationToken)
    {
        var options = _options.ValidatedCopy();
        options.AccessToken = token;
        options.AccessTokenProvider = null;
        // The attempts of the negotiation report other versions.
        options.VersionMismatch = VersionMismatchPolicy.Ignore;

        var attempts = new List<VersionNegotiationAttempt>();
        ApiFailure? last = null;
        foreach (var candidate in _candidates)
        {
            using var invoker = new OperationInvoker(candidate.Version, options, ProductName);
            var (attempt, me, failure) = await AttemptAsync(invoker, cancellationToken).ConfigureAwait(false);
            attempts.Add(attempt);
            if (attempt.Outcome == VersionNegotiationOutcome.Accepted)
            {
                var workspaceDefault = FindWorkspaceDefault
                    ? await FindDefaultAsync(candidate.Version, options, cancellationToken).ConfigureAwait(false)
                    : null;
                return new NegotiatedVersion(candidate.Version, workspaceDefault, RegionIn(me), attempts.AsReadOnly());
            }

            last = failure;
        }

        throw new IntercomVersionException(last!, [.. attempts.Select(attempt => attempt.Version)], string.Join("; ", attempts));
    }

    private async Task<(VersionNegotiationAttempt Attempt, JToken? Me, ApiFailure? Failure)> AttemptAsync(
        OperationInvoker invoker, CancellationToken cancellationToken)
    {
        try
        {
            var (me, response) = await invoker.SendForResponseAsync(
                new ApiRequest(WhoAmI), JsonCodecs.Token, null, cancellationToken).ConfigureAwait(false);
            // A header that is not a version does not count as another version.
            var isOther = _options.VersionMismatch != VersionMismatchPolicy.Ignore
                && VersionMismatch.Find(invoker.Version, response, WhoAmI.Id) is { ResponseVersion: not null };
            var outcome = isOther ? VersionNegotiationOutcome.DifferentVersion : VersionNegotiationOutcome.Accepted;
            return (
                new(invoker.Version, outcome, response.Version, response.RequestId),
                me,
                new ApiFailure(WhoAmI, invoker.Version, response, [], response.RequestId, null));
        }
        catch (IntercomVersionException e)
        {
            return (
                new(invoker.Version, VersionNegotiationOutcome.Rejected, e.Response.Version, e.RequestId),
                null,
                new ApiFailure(WhoAmI, e.ApiVersion, e.Response, e.Errors, e.RequestId, e.RawBody));
        }
    }

    private static async Task<ApiVersion?> FindDefaultAsync(
        ApiVersion version, IntercomClientOptions options, CancellationToken cancellationToken)
    {
        using var invoker = new OperationInvoker(version, options, ProductName, sendsVersion: false);
        try
        {
            var (_, response) = await invoker.SendForResponseAsync(
                new ApiRequest(WhoAmI), JsonCodecs.Token, null, cancellationToken).ConfigureAwait(false);
            return response.Version;
        }
        catch (IntercomVersionException)
        {
            // Intercom requires the header, or no longer offers the default version.
            return null;
        }
    }

    private IntercomClientBase CreateClient(VersionCandidate candidate)
    {
        var client = candidate.CreateClient(_options.ValidatedCopy())
            ?? throw new InvalidOperationException($"The candidate for version {candidate.Version} returned null instead of a client.");
        if (client.Version == candidate.Version)
            return client;
        client.Dispose();
        throw new InvalidOperationException(
            $"The candidate for version {candidate.Version} created a client for version {client.Version}.");
    }

    private async Task<string> AccessTokenAsync(CancellationToken cancellationToken)
    {
        using var invoker = new OperationInvoker(_candidates[0].Version, _options, ProductName);
        return await invoker.GetAccessTokenAsync(WhoAmI, cancellationToken).ConfigureAwait(false);
    }

    private static string? RegionIn(JToken? me) =>
        (me as JObject)?["app"] is JObject app && app["region"] is JValue { Value: string { Length: > 0 } region } ? region : null;

    private static string Hash(string token)
    {
        var bytes = Encoding.UTF8.GetBytes(token);
#if NET
        return Convert.ToBase64String(SHA256.HashData(bytes));
#else
        using var sha256 = SHA256.Create();
        return Convert.ToBase64String(sha256.ComputeHash(bytes));
#endif
    }
}
