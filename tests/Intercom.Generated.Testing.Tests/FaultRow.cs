namespace Intercom.Generated.Testing.Tests;

/// <summary>A row of the table of faults in docs/testing.md.</summary>
/// <param name="Code">The call that creates the fault.</param>
/// <param name="Behavior">What the client sees, as documented.</param>
/// <param name="Create">Creates the fault.</param>
/// <param name="Get">The outcome of a GET, or null if the fault does not apply.</param>
/// <param name="Post">The outcome of a POST, or null if the fault does not apply.</param>
internal sealed record FaultRow(string Code, string Behavior, Func<FakeFault> Create, string? Get, string? Post)
{
    /// <summary>The outcome of a list whose second page gets the fault, or null if it is that of a GET.</summary>
    public string? List { get; init; }

    /// <summary>Whether the request takes effect.</summary>
    public bool TakesEffect { get; init; } = true;

    public FaultTimes Times { get; init; } = FaultTimes.Once;

    public override string ToString() => Code;

    /// <summary>The row in Markdown.</summary>
    public string ToMarkdown() => $"| `{Code}` | {Behavior} | {(TakesEffect ? "yes" : "no")} | {Get} | {Post} | {List ?? Get} |";
}
