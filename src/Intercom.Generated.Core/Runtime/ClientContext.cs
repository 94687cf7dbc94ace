namespace Intercom.Generated.Runtime;

/// <summary>The parts of a client that all of its calls share.</summary>
internal sealed class ClientContext
{
    public ClientContext(ApiVersion version, IntercomClientOptions options, bool sendsVersion)
    {
        Version = version;
        Options = options;
        Observer = new ClientObserver(version, options);
        Tokens = new AccessTokens(version, options);
        Exceptions = new ExceptionTranslator(version);
        Responses = new ResponseChecks(version, options, Observer) { SendsVersion = sendsVersion };
        Retries = new RetryRules(options, Observer);
        Pacing = options.RateLimiter is { } limiter ? new Pacing(version, limiter, options.TimeProvider, Observer) : null;
    }

    public ApiVersion Version { get; }

    public IntercomClientOptions Options { get; }

    public ClientObserver Observer { get; }

    public AccessTokens Tokens { get; }

    public ExceptionTranslator Exceptions { get; }

    public ResponseChecks Responses { get; }

    public RetryRules Retries { get; }

    /// <summary>The pacing of attempts, or null if the client has no rate limiter.</summary>
    public Pacing? Pacing { get; }
}
