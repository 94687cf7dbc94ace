namespace Intercom.Generated.Runtime;

/// <summary>The base of the generated clients, one for each group of operations.</summary>
public abstract class OperationClient
{
    private readonly ApiPipeline? _pipeline;

    /// <summary>Makes a client without a connection, for substitutes in tests that override its methods.</summary>
    protected OperationClient()
    {
    }

    /// <summary>Makes a client that calls through a pipeline.</summary>
    protected OperationClient(ApiPipeline pipeline) => _pipeline = pipeline ?? throw new ArgumentNullException(nameof(pipeline));

    /// <summary>The pipeline of the calls.</summary>
    /// <exception cref="InvalidOperationException">The client is a substitute that does not override the method called.</exception>
    protected ApiPipeline Pipeline => _pipeline
        ?? throw new InvalidOperationException($"{GetType().Name} has no connection and does not override the method that was called. Override the method, or get the client from an IntercomClient.");
}
