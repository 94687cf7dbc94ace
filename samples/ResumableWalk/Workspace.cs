using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;

namespace ResumableWalk;

/// <summary>Your own workspace, or the embedded fake with conversations in it, which are the same in every run.</summary>
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

    /// <summary>A continuation is good for the list that it came from, so each workspace has a file of its own.</summary>
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
        return new Workspace("the embedded fake Intercom", new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake }), fake);
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
        _ => throw new ArgumentException($"INTERCOM_REGION is '{name}'. Set it to us, eu or au."),
    };
}
