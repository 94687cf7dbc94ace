using System.Runtime.CompilerServices;

namespace Intercom.Generated.Aot;

/// <summary>Counts passed and failed checks.</summary>
internal sealed class Checks
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Runs a group of checks and prints the number that passed.</summary>
    public async Task RunAsync(string group, Func<Checks, Task> run)
    {
        var passed = Passed;
        try
        {
            await run(this);
        }
        catch (Exception e)
        {
            Fail(e.ToString());
        }

        Console.WriteLine($"{group}: {Passed - passed}");
    }

    /// <summary>Checks that a condition is true.</summary>
    public void That(bool condition, [CallerArgumentExpression(nameof(condition))] string expression = "")
    {
        if (condition)
            Passed++;
        else
            Fail(expression);
    }

    /// <summary>Checks that a call throws an exception, and returns the exception.</summary>
    public async Task<T> ThrowsAsync<T>(Func<Task> call, [CallerArgumentExpression(nameof(call))] string expression = "")
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

        throw new InvalidOperationException($"Expected {typeof(T).Name}: {expression}");
    }

    private void Fail(string expression)
    {
        Failed++;
        Console.Error.WriteLine($"Failed: {expression}");
    }
}
