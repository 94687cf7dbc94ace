using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Collects the unobserved task exceptions of the whole test run.</summary>
internal static class UnobservedTasks
{
    private static readonly ConcurrentQueue<Exception> Failures = new();

    [ModuleInitializer]
    internal static void Watch() => TaskScheduler.UnobservedTaskException += (_, e) => Failures.Enqueue(e.Exception);

    /// <summary>Fails if any task exception has gone unobserved so far.</summary>
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

/// <summary>Runs after all parallel tests.</summary>
[NonParallelizable]
internal sealed class UnobservedTasksTests
{
    [Test]
    public void No_fault_leaves_a_task_behind() => UnobservedTasks.AssertNone();
}
