namespace Intercom.Generated.Runtime;

/// <summary>
/// Keeps the retries of a client in proportion to its successes, so that an outage is not made worse. Safe for use by several threads.
/// </summary>
internal sealed class RetryBudget(int reserve)
{
    private const int Price = 5;

    private readonly int _full = reserve > int.MaxValue / Price ? int.MaxValue : reserve * Price;
    private int _balance = reserve > int.MaxValue / Price ? int.MaxValue : reserve * Price;

    /// <summary>Takes a retry out of the budget.</summary>
    /// <returns>False if none is left.</returns>
    public bool TrySpend()
    {
        for (var balance = Volatile.Read(ref _balance); balance >= Price;)
        {
            var found = Interlocked.CompareExchange(ref _balance, balance - Price, balance);
            if (found == balance)
                return true;
            balance = found;
        }

        return false;
    }

    /// <summary>Adds what a success is worth.</summary>
    public void Earn()
    {
        for (var balance = Volatile.Read(ref _balance); balance < _full;)
        {
            var found = Interlocked.CompareExchange(ref _balance, balance + 1, balance);
            if (found == balance)
                return;
            balance = found;
        }
    }
}
