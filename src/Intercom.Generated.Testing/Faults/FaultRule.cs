using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing;

/// <summary>A fault, the requests that match it, and how many of them get it. See <see cref="FakeFaults.Add"/>.</summary>
public sealed class FaultRule
{
    private readonly FakeFaults _owner;
    private readonly RequestPattern _pattern;
    private readonly Func<int, bool> _isDue;
    private int _seen;

    internal FaultRule(FakeFaults owner, RequestPattern pattern, FakeFault fault, FaultTimes times)
    {
        _owner = owner;
        _pattern = pattern;
        Fault = fault;
        Times = times;
        _isDue = times.Start();
    }

    /// <summary>The HTTP method, or <c>*</c> for all methods.</summary>
    public string Method => _pattern.Method;

    /// <summary>The path or template, or <c>*</c> for all paths.</summary>
    public string Path => _pattern.Path;

    /// <summary>The fault.</summary>
    public FakeFault Fault { get; }

    /// <summary>Selects the requests that get the fault.</summary>
    public FaultTimes Times { get; }

    /// <summary>The number of requests that got the fault so far.</summary>
    public int InjectedCount { get; private set; }

    /// <summary>Removes the rule. Requests that already got the fault are not affected.</summary>
    /// <returns>Whether the rule was still there.</returns>
    public bool Remove() => _owner.Remove(this);

    /// <inheritdoc />
    public override string ToString() =>
        $"{_pattern}: {Fault}, {Times}, injected {InjectedCount.ToString(CultureInfo.InvariantCulture)} times";

    /// <summary>Counts a request that matches. Returns whether it gets the fault. The caller holds a lock.</summary>
    internal bool Take(FakeRequest request, IReadOnlyList<string> path, Operation? operation)
    {
        if (!_pattern.Matches(request.Method, path, operation) || !Fault.AppliesTo(request) || !_isDue(++_seen))
            return false;
        InjectedCount++;
        return true;
    }
}
