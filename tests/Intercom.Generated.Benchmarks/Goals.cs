namespace Intercom.Generated.Benchmarks;

/// <summary>What is not to be exceeded.</summary>
/// <param name="What">What is limited.</param>
/// <param name="Limit">The most that meets the goal.</param>
/// <param name="Unit">The unit; empty for a ratio.</param>
internal sealed record Goal(string What, double Limit, string Unit = "");

/// <summary>All goals.</summary>
internal static class Goals
{
    public static readonly Goal ReadOfSourceGeneration = new("time to read, of System.Text.Json source generation", 0.75);
    public static readonly Goal ReadOfNewtonsoft = new("time to read, of Newtonsoft.Json on the same models", 0.4);
    public static readonly Goal ReadOfScan = new("time to read, of a scan that keeps nothing", 2.2);
    public static readonly Goal BytesOfSourceGeneration = new("bytes allocated to read, of System.Text.Json source generation", 1);
    public static readonly Goal WriteOfSourceGeneration = new("time to write, of System.Text.Json source generation", 0.8);

    public static readonly Goal WalkTime = new("time, of the loop written by hand", 1.25);
    public static readonly Goal WalkProcessorTime = new("processor time, of the loop written by hand", 1.25);
    public static readonly Goal WalkBytes = new("bytes allocated, of the loop written by hand", 1.25);
    public static readonly Goal CallTime = new("time more than HttpClient alone", 5, "µs");
    public static readonly Goal CallBytes = new("allocated more than HttpClient alone", 2, "KB");

    public static readonly Goal StartOfNewtonsoft = new("time, of the program with Newtonsoft.Json", 0.6);
}
