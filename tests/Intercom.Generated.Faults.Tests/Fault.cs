namespace Intercom.Generated.Faults.Tests;

/// <summary>A fault and the outcome of the calls that encounter it.</summary>
/// <param name="Name">The name in the documentation.</param>
/// <param name="ServerBehavior">The behavior of the server, as documented.</param>
/// <param name="Act">The script that the server runs.</param>
/// <param name="Safe">The outcome of GET, PUT, and searches, or null if the fault does not apply.</param>
/// <param name="Post">The outcome of POST, or null if the fault does not apply.</param>
/// <param name="Download">The outcome of a download, or null if the fault does not apply.</param>
internal sealed record Fault(string Name, string ServerBehavior, Func<Exchange, Task> Act, string? Safe, string? Post, string? Download)
{
    /// <summary>The outcome of enumerating a list, or null if it is the same as for GET or the fault does not apply.</summary>
    public string? List { get; init; }

    /// <summary>The outcome of reading an event stream, or null if the fault does not apply.</summary>
    public string? Events { get; init; }

    /// <summary>The call to run in place of the calls of the column.</summary>
    public Call? Own { get; init; }

    /// <summary>The number of requests that get the fault. Later requests get the correct response. The default is all requests.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>The number of connections to reset before a request is read. The default is 0.</summary>
    public int ConnectionsToReset { get; init; }

    /// <summary>The maximum number of connections that stay open after the call. The default is 1.</summary>
    public int KeptConnections { get; init; } = 1;

    /// <summary>Whether one call sends several requests without a retry, such as redirects or pages.</summary>
    public bool SendsFollowUpRequests { get; init; }

    public Action<IntercomClientOptions> Configure { get; init; } = static _ => { };

    public override string ToString() => Name;
}
