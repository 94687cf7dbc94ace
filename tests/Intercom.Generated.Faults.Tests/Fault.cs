namespace Intercom.Generated.Faults.Tests;

/// <summary>A fault and how calls end that meet it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Does">What the server does, in words.</param>
/// <param name="Act">What the server does.</param>
/// <param name="Safe">How GET, PUT and searches end; null if they cannot meet the fault.</param>
/// <param name="Post">How POST ends; null if it cannot meet the fault.</param>
/// <param name="Download">How a download ends; null if it cannot meet the fault.</param>
internal sealed record Fault(string Name, string Does, Func<Exchange, Task> Act, string? Safe, string? Post, string? Download)
{
    /// <summary>How the enumeration of a list ends; null if it is that of any GET, or cannot meet the fault.</summary>
    public string? List { get; init; }

    /// <summary>How an event stream ends; null if it cannot meet the fault.</summary>
    public string? Events { get; init; }

    /// <summary>The call that meets the fault, in place of those of its column.</summary>
    public Call? Own { get; init; }

    /// <summary>How many requests meet the fault; those after them are answered rightly.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How many connections are reset before a request is read.</summary>
    public int ResetsConnections { get; init; }

    /// <summary>The maximum number of connections that a call leaves open for the next one.</summary>
    public int KeptConnections { get; init; } = 1;

    /// <summary>Whether one try of the client's can be several requests at the server.</summary>
    public bool FollowsOn { get; init; }

    public Action<IntercomClientOptions> Configure { get; init; } = static _ => { };

    public override string ToString() => Name;
}
