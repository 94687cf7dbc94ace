using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Tasks of the whole test run that failed without anybody looking.</summary>
internal static class UnobservedTasks
{
    private static readonly ConcurrentQueue<Exception> Failures = new();

    [ModuleInitializer]
    internal static void Watch() => TaskScheduler.UnobservedTaskException += (_, e) => Failures.Enqueue(e.Exception);

    /// <summary>Fails when there were any until now.</summary>
    public static void AssertNone()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(Failures, Is.Empty);
    }
}

/// <summary>Runs when all that runs in parallel is over.</summary>
[NonParallelizable]
internal sealed class UnobservedTasksTests
{
    [Test]
    public void No_fault_leaves_a_task_behind() => UnobservedTasks.AssertNone();
}
