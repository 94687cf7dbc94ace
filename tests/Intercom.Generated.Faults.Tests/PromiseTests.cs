using System.Text.RegularExpressions;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Each sentence of docs/reliability.md has a test that proves it. Promises.txt names them.</summary>
internal sealed partial class PromiseTests
{
    private const string Explanation = "explains";

    private static readonly string Root = Path.Combine(Snapshot.ProjectFolder, "..", "..");

    [Test]
    public void Each_sentence_has_a_promise_and_each_promise_a_sentence()
    {
        var starts = Promises().Select(promise => promise.Start).ToList();
        var sentences = Sentences().ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                sentences.Where(sentence => starts.Count(start => IsStart(start, sentence)) != 1), Is.Empty, "Sentences without a promise.");
            Assert.That(
                starts.Where(start => !sentences.Exists(sentence => IsStart(start, sentence))), Is.Empty, "Promises without a sentence.");
        }

        static bool IsStart(string start, string sentence) => sentence.StartsWith(start, StringComparison.Ordinal);
    }

    [Test]
    public void Each_named_test_exists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => MethodName.Matches(File.ReadAllText(file))
                .Select(method => $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(
            Promises().SelectMany(promise => promise.Tests).Where(test => test != Explanation && !tests.Contains(test)).Distinct(), Is.Empty);
    }

    private static IEnumerable<(string Start, List<string> Tests)> Promises()
    {
        (string Start, List<string> Tests)? current = null;
        foreach (var line in File.ReadLines(Path.Combine(Root, "tests", "Intercom.Generated.Faults.Tests", "Promises.txt")))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                current!.Value.Tests.Add(line.Trim());
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (current is { } previous)
                    yield return previous;
                current = (line, []);
            }
        }

        yield return current!.Value;
    }

    // The fault table and the measurements come from tests themselves.
    private static IEnumerable<string> Sentences()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "reliability.md")).Replace("\r\n", "\n", StringComparison.Ordinal);
        var prose = CodeBlock.Replace(page[..page.IndexOf("\n## Faults, one by one", StringComparison.Ordinal)], string.Empty);
        foreach (var block in Blocks.Split(prose).Select(block => block.Trim()).Where(block => block.Length > 0 && block[0] != '#'))
        {
            if (block[0] == '|')
            {
                // The first two rows are the head.
                foreach (var row in block.Split('\n').Skip(2))
                    yield return row;
            }
            else
            {
                foreach (var sentence in SentenceEnd.Split(Regex.Replace(block, @"\s*\n\s*", " ")))
                    yield return sentence.StartsWith("- ", StringComparison.Ordinal) ? sentence[2..] : sentence;
            }
        }
    }

    [GeneratedRegex(@"(?:void|Task) ([A-Z]\w*)\(", RegexOptions.CultureInvariant)]
    private static partial Regex MethodName { get; }

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CodeBlock { get; }

    [GeneratedRegex(@"\n\n|\n(?=- )", RegexOptions.CultureInvariant)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex(@"(?<=\.) (?=[A-Z`])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd { get; }
}
