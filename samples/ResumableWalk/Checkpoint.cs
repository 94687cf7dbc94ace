using System.Text.Json;

namespace ResumableWalk;

/// <summary>What has to outlive a run: where the next page starts, and what was done until there.</summary>
internal sealed record Checkpoint(string? Continuation, int Items, int Requests)
{
    public static Checkpoint Load(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Checkpoint>(File.ReadAllText(file))! : new Checkpoint(null, 0, 0);

    public void Save(string file)
    {
        // A run that is stopped while it writes leaves the old file whole.
        var written = file + ".new";
        File.WriteAllText(written, JsonSerializer.Serialize(this));
        File.Move(written, file, overwrite: true);
    }
}
