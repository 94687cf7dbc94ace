using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>The base class of the generated clients. Each group of operations has one client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OperationClient
{
    private readonly OperationInvoker? _invoker;

    /// <summary>Creates a client without a connection, for test doubles that override its methods.</summary>
    protected OperationClient()
    {
    }

    /// <summary>Creates a client for an invoker.</summary>
    protected OperationClient(OperationInvoker invoker) => _invoker = invoker ?? throw new ArgumentNullException(nameof(invoker));

    /// <summary>The version of the API, which a test double does not have.</summary>
    internal ApiVersion Version => _invoker?.Version ?? default;

    /// <summary>The clock of the client. A test double has the system clock.</summary>
    internal TimeProvider TimeProvider => _invoker?.TimeProvider ?? TimeProvider.System;

    /// <summary>The invoker of the operations.</summary>
    /// <exception cref="InvalidOperationException">
    /// The client is a test double that does not override the method that was called.
    /// </exception>
    protected OperationInvoker Invoker => _invoker
        ?? throw new InvalidOperationException(
            $"{GetType().Name} has no connection and does not override the method that was called. "
            + "Override the method, or get the client from an IntercomClient.");
}
