using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing;

/// <summary>
/// The faults that a <see cref="FakeIntercom"/> injects between your code and itself. If several rules match a request, the one added first
/// is used. A request that gets a fault does not count for the rules after it, so that rules for one, two, or more requests follow each
/// other. Thread-safe.
/// </summary>
public sealed class FakeFaults
{
    private readonly object _lock = new();
    private readonly List<FaultRule> _rules = [];

    internal FakeFaults()
    {
    }

    /// <summary>The rules, in the order in which they were added. Those whose requests have all passed are included.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_lock)
                return [.. _rules];
        }
    }

    /// <summary>Injects a fault into requests from now on.</summary>
    /// <param name="method">The HTTP method, or <c>*</c> for all methods.</param>
    /// <param name="path">A path, a template (the names in braces are ignored), or <c>*</c> for all paths.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">Selects the requests that get the fault. Null means <see cref="FaultTimes.Always"/>.</param>
    /// <returns>The rule, which counts the faults and can be removed.</returns>
    /// <exception cref="ArgumentException">The method or the path is empty.</exception>
    public FaultRule Add(string method, string path, FakeFault fault, FaultTimes? times = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var rule = new FaultRule(this, new RequestPattern(method, path), fault, times ?? FaultTimes.Always);
        lock (_lock)
            _rules.Add(rule);
        return rule;
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_lock)
            _rules.Clear();
    }

    internal bool Remove(FaultRule rule)
    {
        lock (_lock)
            return _rules.Remove(rule);
    }

    /// <summary>Gets the fault of a request, or null if it gets none.</summary>
    internal FakeFault? Take(FakeRequest request, IReadOnlyList<string> path, Operation? operation)
    {
        lock (_lock)
            return _rules.Find(rule => rule.Take(request, path, operation))?.Fault;
    }
}
