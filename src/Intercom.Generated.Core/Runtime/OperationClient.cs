using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>The base of the generated clients, one for each group of operations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OperationClient
{
    private readonly OperationInvoker? _invoker;

    /// <summary>Makes a client without a connection, for test doubles that override its methods.</summary>
    protected OperationClient()
    {
    }

    /// <summary>Makes a client that calls through an invoker.</summary>
    protected OperationClient(OperationInvoker invoker) => _invoker = invoker ?? throw new ArgumentNullException(nameof(invoker));

    /// <summary>The invoker of the calls.</summary>
    /// <exception cref="InvalidOperationException">
    /// The client is a test double that does not override the method that was called.
    /// </exception>
    protected OperationInvoker Invoker => _invoker
        ?? throw new InvalidOperationException(
            $"{GetType().Name} has no connection and does not override the method that was called. Override the method, or get the client from an IntercomClient.");
}
