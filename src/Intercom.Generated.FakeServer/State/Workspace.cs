using Intercom.Generated.Testing;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.State;

/// <summary>The data and the operations of one API version.</summary>
internal sealed class Workspace : IChangeObserver, IDisposable
{
    private const int RequestLimit = 200;

    private readonly Journal _journal;
    private readonly TimeProvider _source;
    private readonly WorkspaceClock _clock;
    private readonly HttpMessageInvoker _invoker;
    private bool _isReplaying;

    public Workspace(string version, ServerOptions options, TimeProvider source, FakeFaults faults, Journal journal)
    {
        _journal = journal;
        _source = source;
        _clock = new WorkspaceClock(source);
        Fake = new FakeIntercom(version, new FakeIntercomOptions
        {
            AccessToken = options.AccessToken,
            TimeProvider = _clock,
            RateLimit = options.RateLimit,
            RequestLimit = RequestLimit,
            RequireVersion = false,
            ValidateRequests = !options.IsLenient,
            SharedFaults = faults,
            Observer = this,
        });
        _invoker = new HttpMessageInvoker(Fake, disposeHandler: false);
        Replay();
    }

    public FakeIntercom Fake { get; }

    /// <summary>Whether another workspace has replaced this one, so that its changes are no longer kept.</summary>
    public bool IsReplaced { get; set; }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    /// <summary>Adds the resources of a document for this version only.</summary>
    /// <exception cref="ServerException">The document does not fit. The resources before the mistake have been added.</exception>
    public IReadOnlyDictionary<string, int> Seed(JObject document)
    {
        IReadOnlyDictionary<string, int> added = new Dictionary<string, int>();
        Fake.Synchronize(() =>
        {
            var change = new SeedChange(_source.GetUtcNow(), Fake.Version, document);
            _journal.Add(change);
            added = Apply(change);
        });
        return added;
    }

    /// <summary>Adds the resources of a document that is already in the journal.</summary>
    /// <exception cref="ServerException">The document does not fit.</exception>
    public IReadOnlyDictionary<string, int> Apply(SeedChange change)
    {
        _clock.StandsAt = change.At;
        try
        {
            return Fake.Seed(change.Document, skipUnknown: change.Version is null);
        }
        catch (ArgumentException e)
        {
            throw new ServerException(e.Message.Split(" (Parameter", 2)[0], e);
        }
        finally
        {
            _clock.StandsAt = null;
        }
    }

    void IChangeObserver.Starting(FakeRequest request)
    {
        if (!_isReplaying)
            _clock.StandsAt = _source.GetUtcNow();
    }

    void IChangeObserver.Finished(FakeRequest request)
    {
        if (_isReplaying)
            return;
        var at = _clock.StandsAt!.Value;
        _clock.StandsAt = null;
        // Searches change nothing.
        if (!IsReplaced && !request.Path.EndsWith("/search", StringComparison.Ordinal))
        {
            request.Headers.TryGetValue("Content-Type", out var type);
            _journal.Add(new RequestChange(at, Fake.Version, request.Method, request.PathAndQuery, type, request.GetBodyBytes()));
        }
    }

    public void Dispose()
    {
        _invoker.Dispose();
        Fake.Dispose();
    }

    private void Replay()
    {
        var changes = _journal.Of(Fake.Version);
        if (changes.Count == 0)
            return;
        _isReplaying = true;
        foreach (var change in changes)
        {
            switch (change)
            {
                case SeedChange seed:
                    ReplaySeed(seed);
                    break;
                case RequestChange sent:
                    ReplayRequest(sent);
                    break;
            }
        }

        _clock.StandsAt = null;
        _isReplaying = false;
    }

    private void ReplaySeed(SeedChange seed)
    {
        try
        {
            Apply(seed);
        }
        catch (ServerException)
        {
            // It was reported when the seed was added, and what came before the mistake was added then too.
        }
    }

    private void ReplayRequest(RequestChange sent)
    {
        _clock.StandsAt = sent.At;
        Fake.Replay(sent.Method, new Uri("https://api.intercom.io" + sent.Target), sent.ContentType, sent.Body);
    }
}
