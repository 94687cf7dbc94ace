namespace Intercom.Generated.Faults.Tests;

/// <summary>Lets the calls with large responses run one at a time.</summary>
internal static class LargeResponses
{
    private static readonly SemaphoreSlim Turns = new(1);

    /// <summary>Waits for a turn. Dispose the result to end it.</summary>
    public static async Task<IDisposable> WaitAsync()
    {
        await Turns.WaitAsync();
        return new Turn();
    }

    private sealed class Turn : IDisposable
    {
        public void Dispose() => Turns.Release();
    }
}
