using System.Reflection;
using System.Text;

namespace Intercom.Generated.Tests;

/// <summary>
/// Compares texts with files in the project's folder Snapshots, by Verify's conventions: <c>Class.Method#Name.verified.txt</c> is
/// committed; what differs is written beside it as <c>.received.txt</c>. To accept, rename it, or run the tests with
/// INTERCOM_ACCEPT_SNAPSHOTS=1.
/// </summary>
internal sealed class Snapshot(string test)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder of the test project, found from the assembly: a path in the source would be another one in a build on a server.</summary>
    public static string ProjectFolder { get; } = FindProject();

    private static bool Accepts => Environment.GetEnvironmentVariable("INTERCOM_ACCEPT_SNAPSHOTS") == "1";

    private static string Folder => Path.Combine(ProjectFolder, "Snapshots");

    /// <summary>Compares all texts of a test, by name. A snapshot that none of them goes with is an error too.</summary>
    public void Match(IReadOnlyDictionary<string, string> texts)
    {
        Directory.CreateDirectory(Folder);
        var stale = Directory.GetFiles(Folder, $"{test}#*.verified.txt").Except(texts.Keys.Select(Verified)).ToList();
        if (Accepts)
            stale.ForEach(File.Delete);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Accepts ? [] : stale.Select(Path.GetFileName), Is.Empty, "Snapshots of what is not made any more.");
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
        // A checkout may have given the file another line ending.
        var expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", StringComparison.Ordinal) : string.Empty;
        if (expected == text)
            return;

        File.WriteAllText(received, text, Utf8);
        Assert.Fail($"{Path.GetFileName(verified)} differs from what is made now ({Path.GetFileName(received)}):\n{Difference(expected, text)}\nAccept with INTERCOM_ACCEPT_SNAPSHOTS=1.");
    }

    private string Verified(string name) => Path.Combine(Folder, $"{test}#{name}.verified.txt");

    // Lines that only one of the texts has: enough to see what a change did to a list of lines.
    private static string Difference(string expected, string text)
    {
        var before = expected.Split('\n');
        var after = text.Split('\n');
        var lines = before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")).ToList();
        return lines.Count == 0 ? "The lines are the same in another order." : string.Join('\n', lines.Take(60)) + (lines.Count > 60 ? $"\nand {lines.Count - 60} more" : string.Empty);
    }

    private static string FindProject()
    {
        var name = Assembly.GetExecutingAssembly().GetName().Name!;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln")))
                return Path.Combine(folder.FullName, "tests", name);
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
