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

    /// <summary>The equivalent over HTTP/2, or null if the behavior is the same.</summary>
    public Http2Fault? Http2 { get; init; }

    /// <summary>The reason why the fault does not exist over HTTP/2, or null if it does.</summary>
    public string? NotInHttp2 { get; init; }

    /// <summary>The reason why the fault does not exist over HTTP/1.1, or null if it does.</summary>
    public string? NotInHttp1 { get; init; }

    /// <summary>The reason why the fault does not exist for the netstandard2.0 assets, or null if it does.</summary>
    public string? NotInNetStandard { get; init; }

    /// <summary>The finding of the outside trials that the row covers, or null.</summary>
    public string? Finding { get; init; }

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

    /// <summary>Whether the call takes long, for example until a timeout. Soak tests inject such faults less often.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether reading the response takes all the memory that a response can take. Such calls run one at a time.</summary>
    public bool IsLarge { get; init; }

    public Action<IntercomClientOptions> Configure { get; init; } = static _ => { };

    /// <summary>Whether the fault exists over a protocol.</summary>
    public bool ExistsOver(Transport transport) =>
        (transport == Transport.Http2 ? NotInHttp2 : NotInHttp1) is null && !(AssetTests.IsNetStandard && NotInNetStandard is not null);

    /// <summary>Runs the script of a protocol.</summary>
    public Task RunAsync(Exchange exchange) => exchange is Http2Exchange stream && Http2?.Act is { } act ? act(stream) : Act(exchange);

    public override string ToString() => Name;
}

/// <summary>The equivalent of a fault over HTTP/2.</summary>
/// <param name="ServerBehavior">The behavior of the server, as documented.</param>
/// <param name="Act">The script that the server runs, or null if it is the same.</param>
internal sealed record Http2Fault(string ServerBehavior, Func<Http2Exchange, Task>? Act = null)
{
    /// <summary>The outcome of all calls, or null if it is the same.</summary>
    public string? Outcome { get; init; }
}
