using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// Finds the newest API version that Intercom accepts among those that a program carries, with one GET /me for each version tried. The outcome
/// is kept for the process; negotiations for the same token at the same time share their calls. Safe for use by several threads.
/// </summary>
public sealed class IntercomVersionNegotiator
{
    private const string ProductName = "Intercom.Generated";

    private static readonly ApiOperation WhoAmI = new("Admins.GetCurrent", "GET", "/me");

    private readonly IntercomClientOptions _options;
    private readonly VersionCandidate[] _candidates;
    private readonly TimeSpan _cacheLifetime = TimeSpan.FromHours(1);

    /// <summary>Makes a negotiator.</summary>
    /// <param name="options">How Intercom is reached; copied. The clients are made with them too.</param>
    /// <param name="candidates">The versions that the program carries, in any order.</param>
    /// <exception cref="ArgumentException">The options cannot be used, or there are no candidates or two of the same version.</exception>
    public IntercomVersionNegotiator(IntercomClientOptions options, params VersionCandidate[] candidates)
    {
        _options = (options ?? throw new ArgumentNullException(nameof(options))).ValidatedCopy();
        if (candidates is not { Length: > 0 })
            throw new ArgumentException("Name at least one version.", nameof(candidates));
        if (candidates.Contains(null!))
            throw new ArgumentException("A version is null.", nameof(candidates));
        _candidates = [.. candidates.OrderByDescending(candidate => candidate.Version)];
        for (var i = 1; i < _candidates.Length; i++)
        {
            if (_candidates[i].Version == _candidates[i - 1].Version)
                throw new ArgumentException($"Version {_candidates[i].Version} is named twice.", nameof(candidates));
        }
    }

    /// <summary>
    /// How long an outcome is used again; 1 hour by default, zero for never. Outcomes belong to the token, the address, the versions tried and, where
    /// the options have one, the <see cref="IntercomClientOptions.HttpMessageHandler"/>. Failures are not kept.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is negative.</exception>
    public TimeSpan CacheLifetime
    {
        get => _cacheLifetime;
        init => _cacheLifetime = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The lifetime cannot be negative.");
    }

    /// <summary>Whether the version that answers requests without a version is looked up, with one more call; true by default.</summary>
    public bool FindsWorkspaceDefault { get; init; } = true;

    internal Func<DateTimeOffset> Clock { get; init; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Finds the newest version that Intercom accepts.</summary>
    /// <exception cref="IntercomVersionException">Intercom accepts none of the versions.</exception>
    /// <exception cref="IntercomAuthenticationException">The token is not valid, or not in this region.</exception>
    /// <exception cref="IntercomForbiddenException">The plan or the permissions do not allow API calls.</exception>
    /// <exception cref="IntercomException">Intercom could not answer; no further version was tried.</exception>
    public async Task<VersionNegotiation> NegotiateAsync(CancellationToken cancellationToken = default)
    {
        var token = await AccessTokenAsync(cancellationToken).ConfigureAwait(false);
        var negotiated = await NegotiationCache.For(_options)
            .GetAsync(KeyFor(token), CacheLifetime, Clock, cancelled => FindAsync(token, cancelled), cancellationToken)
            .ConfigureAwait(false);
        var candidate = Array.Find(_candidates, known => known.Version == negotiated.Version)!;
        return new VersionNegotiation(negotiated, _options, () => CreateClient(candidate));
    }

    // The token itself is not kept.
    internal string KeyFor(string token)
    {
        var versions = string.Join(",", _candidates.Select(candidate => candidate.Version));
        var looksAtHeader = _options.VersionMismatch != VersionMismatchPolicy.Ignore;
        return $"{Hash(token)} {_options.ResolvedBaseAddress.AbsoluteUri} {versions} {FindsWorkspaceDefault} {looksAtHeader}";
    }

    private async Task<NegotiatedVersion> FindAsync(string token, CancellationToken cancellationToken)
    {
        var options = _options.ValidatedCopy();
        options.AccessToken = token;
        options.AccessTokenProvider = null;
        // A negotiation tells of other versions in its attempts.
        options.VersionMismatch = VersionMismatchPolicy.Ignore;

        var attempts = new List<VersionNegotiationAttempt>();
        ApiFailure? last = null;
        foreach (var candidate in _candidates)
        {
            using var invoker = new OperationInvoker(candidate.Version, options, ProductName);
            var (attempt, me, failure) = await TryAsync(invoker, cancellationToken).ConfigureAwait(false);
            attempts.Add(attempt);
            if (attempt.Outcome == VersionNegotiationOutcome.Accepted)
            {
                var standard = FindsWorkspaceDefault ? await FindDefaultAsync(candidate.Version, options, cancellationToken).ConfigureAwait(false) : null;
                return new NegotiatedVersion(candidate.Version, standard, RegionIn(me), attempts.AsReadOnly());
            }

            last = failure;
        }

        throw new IntercomVersionException(last!, [.. attempts.Select(attempt => attempt.Version)], string.Join("; ", attempts));
    }

    private async Task<(VersionNegotiationAttempt Attempt, JToken? Me, ApiFailure? Failure)> TryAsync(OperationInvoker invoker, CancellationToken cancellationToken)
    {
        try
        {
            var (me, response) = await invoker.SendForResponseAsync(new ApiRequest(WhoAmI), JsonCodecs.Token, null, cancellationToken).ConfigureAwait(false);
            // A header that names no version does not speak against the one that was asked for.
            var isOther = _options.VersionMismatch != VersionMismatchPolicy.Ignore
                && VersionMismatch.Find(invoker.Version, response, WhoAmI.Id) is { ResponseVersion: not null };
            var outcome = isOther ? VersionNegotiationOutcome.AnsweredByAnotherVersion : VersionNegotiationOutcome.Accepted;
            return (
                new(invoker.Version, outcome, response.Version, response.RequestId),
                me,
                new ApiFailure(WhoAmI, invoker.Version, response, [], response.RequestId, null));
        }
        catch (IntercomVersionException e)
        {
            return (
                new(invoker.Version, VersionNegotiationOutcome.Refused, e.Response.Version, e.RequestId),
                null,
                new ApiFailure(WhoAmI, e.ApiVersion, e.Response, e.Errors, e.RequestId, e.RawBody));
        }
    }

    private static async Task<ApiVersion?> FindDefaultAsync(ApiVersion version, IntercomClientOptions options, CancellationToken cancellationToken)
    {
        using var invoker = new OperationInvoker(version, options, ProductName, sendsVersion: false);
        try
        {
            var (_, response) = await invoker.SendForResponseAsync(new ApiRequest(WhoAmI), JsonCodecs.Token, null, cancellationToken).ConfigureAwait(false);
            return response.Version;
        }
        catch (IntercomVersionException)
        {
            // The version has to be named, or the one that is set is gone: there is none to speak of.
            return null;
        }
    }

    private IntercomClientBase CreateClient(VersionCandidate candidate)
    {
        var client = candidate.CreateClient(_options.ValidatedCopy())
            ?? throw new InvalidOperationException($"The candidate {candidate.Version} made no client.");
        if (client.Version == candidate.Version)
            return client;
        client.Dispose();
        throw new InvalidOperationException($"The candidate {candidate.Version} made a client of version {client.Version}.");
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
