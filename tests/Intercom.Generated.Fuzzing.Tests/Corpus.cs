namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>The committed inputs of a target: small examples, and every input that ever broke a promise.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static IReadOnlyList<string> Files(FuzzTarget target) =>
        [.. Directory.GetFiles(Path.Combine(Folder, target.Name)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<byte[]> Inputs(FuzzTarget target) => [.. Files(target).Select(File.ReadAllBytes)];
}
