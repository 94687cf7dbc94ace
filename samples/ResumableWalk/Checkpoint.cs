using System.Text.Json;

namespace ResumableWalk;

/// <summary>The state to keep between runs: the position of the next page, and the progress so far.</summary>
internal sealed record Checkpoint(string? Continuation, int Items, int Requests)
{
    public static Checkpoint Load(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Checkpoint>(File.ReadAllText(file))! : new Checkpoint(null, 0, 0);

    public void Save(string file)
    {
        // Replace the file only when the new one is complete, so that stopping the program here cannot corrupt it.
        var temporary = file + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this));
        File.Move(temporary, file, overwrite: true);
    }
}
