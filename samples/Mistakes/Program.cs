// Makes common mistakes, and shows the message of each. Runs against the embedded fake Intercom.

using Mistakes;

foreach (var (mistake, make) in Mistake.All)
{
    Console.WriteLine($"{mistake}:");
    try
    {
        await make();
        Console.WriteLine("  No exception.");
    }
    catch (Exception e)
    {
        Console.WriteLine($"  {e.GetType().Name}: {e.Message}");
    }
}
