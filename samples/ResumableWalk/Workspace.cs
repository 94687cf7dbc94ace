using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;

namespace ResumableWalk;

/// <summary>Your own workspace, or the embedded fake with sample conversations. The samples are the same in every run.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly FakeIntercom? _fake;

    private Workspace(string name, IntercomClient intercom, FakeIntercom? fake)
    {
        Name = name;
        Intercom = intercom;
        _fake = fake;
    }

    public string Name { get; }

    public IntercomClient Intercom { get; }

    /// <summary>A continuation is valid only for the list that it came from, so each workspace has its own file.</summary>
    public string CheckpointFile => Path.Combine(AppContext.BaseDirectory, _fake is null ? "checkpoint.json" : "checkpoint.fake.json");

    public static Workspace Open()
    {
        var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
        if (!string.IsNullOrWhiteSpace(token))
        {
            var region = ParseRegion(Environment.GetEnvironmentVariable("INTERCOM_REGION"));
            return new Workspace("your workspace", new IntercomClient(new IntercomClientOptions(token) { Region = region }), null);
        }

        var fake = new FakeIntercom("2.16");
        fake.AddConversations(480);
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake };
        return new Workspace("the embedded fake Intercom", new IntercomClient(options), fake);
    }

    public void Dispose()
    {
        Intercom.Dispose();
        _fake?.Dispose();
    }

    private static IntercomRegion ParseRegion(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" or "us" => IntercomRegion.UnitedStates,
        "eu" => IntercomRegion.Europe,
        "au" => IntercomRegion.Australia,
        _ => throw new ArgumentException($"INTERCOM_REGION is '{name}'. Set it to us, eu, or au."),
    };
}
