using Intercom.Generated.Benchmarks.Report;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Measures complete calls: connection, headers, and reading the response.</summary>
internal sealed class CallsPart : IPart
{
    public string Name => "calls";

    public PartResult Measure(bool isShort)
    {
        using var server = new ContactServer();
        var walk = WalkMeasurement.Measure(server.Address, isShort);
        var single = SingleCallMeasurement.Measure(server.Address, isShort);
        return new PartResult([.. walk.Verdicts, .. single.Verdicts], [.. walk.Tables, .. single.Tables], [.. walk.Bars, .. single.Bars]);
    }
}
