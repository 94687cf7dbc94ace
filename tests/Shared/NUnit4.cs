using System.Runtime.CompilerServices;

namespace Intercom.Generated.Tests;

/// <summary>Lets tests for NUnit 5, where assertions of exceptions are awaited, compile with NUnit 4, which Stryker supports.</summary>
internal static class NUnit4
{
    /// <summary>Makes the exception that NUnit 4 returns awaitable.</summary>
    public static TaskAwaiter<T> GetAwaiter<T>(this T exception)
        where T : Exception => Task.FromResult(exception).GetAwaiter();
}
