namespace Intercom.Generated.CanvasKit;

/// <summary>Intercom would reject the canvas. The message names each component that is not valid.</summary>
public sealed class InvalidCanvasException : Exception
{
    private const int MostInMessage = 5;

    internal InvalidCanvasException(IReadOnlyList<string> problems)
        : base(
            "Intercom would reject the canvas: " + string.Join(" ", problems.Take(MostInMessage))
            + (problems.Count > MostInMessage ? $" ({problems.Count - MostInMessage} more)" : string.Empty)) =>
        Problems = problems;

    /// <summary>The problems, each with its component.</summary>
    public IReadOnlyList<string> Problems { get; }
}
