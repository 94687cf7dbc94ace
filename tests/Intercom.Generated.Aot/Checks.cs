using System.Runtime.CompilerServices;

namespace Intercom.Generated.Aot;

/// <summary>Counts what holds and what does not.</summary>
internal sealed class Checks
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Runs a group of checks and prints a line for it.</summary>
    public async Task RunAsync(string group, Func<Checks, Task> calls)
    {
        var passed = Passed;
        try
        {
            await calls(this);
        }
        catch (Exception e)
        {
            Fail(e.ToString());
        }

        Console.WriteLine($"{group}: {Passed - passed}");
    }

    /// <summary>Checks that something holds.</summary>
    public void That(bool holds, [CallerArgumentExpression(nameof(holds))] string claim = "")
    {
        if (holds)
            Passed++;
        else
            Fail(claim);
    }

    /// <summary>Checks that a call fails with an exception and gives it.</summary>
    public async Task<T> ThrowsAsync<T>(Func<Task> call, [CallerArgumentExpression(nameof(call))] string claim = "")
        where T : Exception
    {
        try
        {
            await call();
        }
        catch (T e)
        {
            Passed++;
            return e;
        }

        throw new InvalidOperationException($"No {typeof(T).Name}: {claim}");
    }

    private void Fail(string claim)
    {
        Failed++;
        Console.Error.WriteLine($"Failed: {claim}");
    }
}
