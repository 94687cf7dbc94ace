using System.Reflection;
using System.Text;

namespace Intercom.Generated.Tests;

/// <summary>
/// Compares texts with files in the project's Snapshots folder, by Verify's conventions. <c>Class.Method#Name.verified.txt</c> is
/// committed. A text that differs is written next to it as <c>.received.txt</c>. To accept it, rename the file, or run the tests with
/// INTERCOM_ACCEPT_SNAPSHOTS=1.
/// </summary>
internal sealed class Snapshot(string test)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// The folder of the test project. It is derived from the assembly's location, because deterministic builds change source paths.
    /// </summary>
    public static string ProjectFolder { get; } = FindProject();

    private static bool Accepts => Environment.GetEnvironmentVariable("INTERCOM_ACCEPT_SNAPSHOTS") == "1";

    private static string Folder => Path.Combine(ProjectFolder, "Snapshots");

    /// <summary>Compares all texts of a test, by name. A snapshot without a corresponding text is also an error.</summary>
    public void Match(IReadOnlyDictionary<string, string> texts)
    {
        Directory.CreateDirectory(Folder);
        var stale = Directory.GetFiles(Folder, $"{test}#*.verified.txt").Except(texts.Keys.Select(Verified)).ToList();
        if (Accepts)
            stale.ForEach(File.Delete);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Accepts ? [] : stale.Select(Path.GetFileName), Is.Empty, "Obsolete snapshots.");
            foreach (var text in texts)
                Match(text.Key, text.Value);
        }
    }

    private void Match(string name, string text)
    {
        var verified = Verified(name);
        var received = Path.Combine(Folder, $"{test}#{name}.received.txt");
        File.Delete(received);
        if (Accepts)
            File.WriteAllText(verified, text, Utf8);
        // Git may have changed the line endings.
        var expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", StringComparison.Ordinal) : string.Empty;
        if (expected == text)
            return;

        File.WriteAllText(received, text, Utf8);
        Assert.Fail(
            $"{Path.GetFileName(verified)} differs from {Path.GetFileName(received)}:\n{Difference(expected, text)}\n"
            + "To accept the new snapshot, set INTERCOM_ACCEPT_SNAPSHOTS=1.");
    }

    private string Verified(string name) => Path.Combine(Folder, $"{test}#{name}.verified.txt");

    // Lists the lines that occur in only one of the texts.
    private static string Difference(string expected, string text)
    {
        var before = expected.Split('\n');
        var after = text.Split('\n');
        var lines = before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")).ToList();
        if (lines.Count == 0)
            return "The lines are the same but in a different order.";
        return string.Join('\n', lines.Take(60)) + (lines.Count > 60 ? $"\nand {lines.Count - 60} more" : string.Empty);
    }

    private static string FindProject()
    {
        var name = Assembly.GetExecutingAssembly().GetName().Name!;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln")))
                return Path.Combine(folder.FullName, "tests", name);
        }

        throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}
