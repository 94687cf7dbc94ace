namespace Intercom.Generated.Runtime;

/// <summary>
/// Limits the retries of a client in proportion to its successes, to avoid making an outage worse. Thread-safe.
/// </summary>
internal sealed class RetryBudget(int reserve)
{
    private const int Price = 5;

    private readonly int _full = reserve > int.MaxValue / Price ? int.MaxValue : reserve * Price;
    private int _balance = reserve > int.MaxValue / Price ? int.MaxValue : reserve * Price;

    /// <summary>Takes a retry from the budget.</summary>
    /// <returns>False if the budget is used up.</returns>
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

    /// <summary>Returns a fraction of a retry to the budget after a success.</summary>
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
