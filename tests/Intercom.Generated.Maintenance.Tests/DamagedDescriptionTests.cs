using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>Whatever is damaged in a description, the tool reports a problem at the place of the damage. It never drops a part silently.</summary>
public sealed class DamagedDescriptionTests : IDisposable
{
    private static readonly string[] WrongValues = ["\"odd\"", "7", "true", "null", "[]", "[[]]", "[7]", "{}", "{ \"odd\": {} }"];

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void A_wrong_value_at_any_place_is_reported_there()
    {
        var places = 0;
        var unexpected = new List<string>();
        foreach (var place in CompleteDescription.Read().Descendants().Where(token => token is not JProperty))
        {
            var pointer = JsonPointer.OfPath(place.Path).ToString();
            foreach (var value in WrongValues.Where(value => !CompleteDescription.IsValid(pointer, value)))
            {
                var damaged = CompleteDescription.Read();
                damaged.SelectToken(place.Path)!.Replace(JToken.Parse(value));
                if (JToken.DeepEquals(damaged, CompleteDescription.Read()))
                    continue;
                places++;
                if (Unexpected(damaged.ToString(), pointer) is { } failure)
                    unexpected.Add($"{pointer} = {value}: {failure}");
            }
        }

        TestContext.Out.WriteLine($"{places} wrong values");
        Assert.That(unexpected, Is.Empty, string.Join('\n', unexpected));
        Assert.That(places, Is.GreaterThan(1000));
    }

    [Test]
    public void A_line_with_another_indentation_is_reported_or_changes_the_report([Values(-4, -2, -1, 1, 2, 4)] int shift)
    {
        var lines = CompleteDescription.Yaml().Split('\n');
        AssertNothingIsSilent(
            CompleteDescription.Yaml(),
            from line in Enumerable.Range(0, lines.Length)
            let indentation = lines[line].Length - lines[line].TrimStart().Length
            where indentation + shift >= 0
            select (line, string.Join('\n', [.. lines[..line], new string(' ', indentation + shift) + lines[line].TrimStart(), .. lines[(line + 1)..]])));
    }

    [Test]
    public void A_missing_line_or_the_missing_rest_of_the_file_is_reported_or_changes_the_report([Values] bool isRest)
    {
        var lines = CompleteDescription.Yaml().Split('\n');
        AssertNothingIsSilent(
            CompleteDescription.Yaml(),
            from line in Enumerable.Range(0, lines.Length)
            select (line, string.Join('\n', isRest ? lines[..line] : [.. lines[..line], .. lines[(line + 1)..]])));
    }

    // A cycle without a member or an item has no end. Other cycles are trees of objects.
    [Test]
    public void A_cycle_without_an_end_is_reported([Values(1, 2)] int length)
    {
        (string Text, bool IsEndless)[] links =
        [
            ("{ \"$ref\": \"X\" }", true),
            ("{ \"allOf\": [{ \"$ref\": \"X\" }] }", true),
            ("{ \"anyOf\": [{ \"$ref\": \"X\" }, { \"type\": \"string\" }] }", true),
            ("{ \"oneOf\": [{ \"type\": \"string\" }, { \"$ref\": \"X\" }] }", true),
            ("{ \"type\": \"object\", \"properties\": { \"next\": { \"$ref\": \"X\" } } }", false),
            ("{ \"type\": \"array\", \"items\": { \"$ref\": \"X\" } }", false),
            ("{ \"type\": \"object\", \"additionalProperties\": { \"$ref\": \"X\" } }", false),
        ];
        var cycles = Enumerable.Range(0, (int)Math.Pow(links.Length, length))
            .Select(number => Enumerable.Range(0, length).Select(i => links[number / (int)Math.Pow(links.Length, i) % links.Length]).ToList());
        foreach (var cycle in cycles)
        {
            var description = CompleteDescription.Read();
            var schemas = (JObject)description["components"]!["schemas"]!;
            for (var i = 0; i < length; i++)
                schemas[$"cycle{i}"] = JToken.Parse(cycle[i].Text.Replace("X", $"#/components/schemas/cycle{(i + 1) % length}", StringComparison.Ordinal));

            var (revision, problems) = Read(description.ToString());

            var place = problems.FirstOrDefault(problem => problem.Pointer.StartsWith("#/components/schemas/cycle", StringComparison.Ordinal));
            Assert.That(place is not null, Is.EqualTo(cycle.TrueForAll(link => link.IsEndless)), $"{schemas}\n{string.Join('\n', problems)}");
            Assert.That(revision is null, Is.EqualTo(place is not null));
        }
    }

    // The newest description, unless INTERCOM_LONG_TESTS=1.
    [Test]
    public void Damage_to_a_published_description_is_reported_or_changes_the_report()
    {
        var seed = LongTests.Size(1, Environment.TickCount & int.MaxValue);
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        foreach (var version in VersionFiles.Versions(repository).Reverse().Take(LongTests.Size(1, int.MaxValue)))
        {
            var lines = File.ReadAllText(PublishedFiles.Current(version.Name)).Split('\n');
            AssertNothingIsSilent(
                string.Join('\n', lines),
                from _ in Enumerable.Range(0, LongTests.Size(6, 500))
                let line = random.Next(lines.Length)
                let rest = lines[(line + 1)..]
                select (line, string.Join('\n', random.Next(4) switch
                {
                    0 => [.. lines[..line], "  " + lines[line], .. rest],
                    1 => [.. lines[..line], lines[line].TrimStart(), .. rest],
                    2 => [.. lines[..line], .. rest],
                    _ => lines[..line],
                })),
                repository,
                version.Name);
        }
    }

    private void AssertNothingIsSilent(
        string whole, IEnumerable<(int Line, string Text)> damaged, RepositoryLayout? repository = null, string version = "2.14")
    {
        var before = Read(whole, repository, version).Revision!;
        var silent = new List<string>();
        foreach (var (line, text) in damaged)
        {
            var (after, problems) = Read(text, repository, version);
            if (after is null)
            {
                if (problems[0] is { Position: null, Pointer: "#" } && text.Length > 0)
                    silent.Add($"line {line + 1}: no place: {problems[0]}");
            }
            else if (!JToken.DeepEquals(after.Reduced, before.Reduced) && ChangeReport.Compare(before, after).All.Count == 0)
            {
                silent.Add($"line {line + 1}: nothing was reported");
            }
        }

        Assert.That(silent, Is.Empty, string.Join('\n', silent));
    }

    private (DescriptionRevision? Revision, IReadOnlyList<FileProblem> Problems) Read(
        string text, RepositoryLayout? repository = null, string version = "2.14")
    {
        try
        {
            var revision = DescriptionRevision.Read(
                "published.yaml",
                Encoding.UTF8.GetBytes(text),
                DescriptionVersion.TryParse(version),
                RepositorySnapshot.WorkingTree(repository ?? new RepositoryLayout(_repository.Root)),
                new NameLedger());
            return (revision, []);
        }
        catch (DescriptionException e)
        {
            return (null, e.Problems);
        }
    }

    // Returns what is wrong with the reaction to damage, or null if it is reported at its place.
    private string? Unexpected(string text, string pointer)
    {
        var (revision, problems) = Read(text);
        if (revision is not null)
            return "nothing was reported";
        var problem = problems.FirstOrDefault(
            problem => IsAt(problem.Pointer, pointer) || problem.Message.Contains(pointer, StringComparison.Ordinal));
        return problem is null ? $"reported at {string.Join(", ", problems.Select(p => p.Pointer))}: {problems[0].Message}"
            : problem.Position is null ? $"no line: {problem.Message}"
            : null;
    }

    // At the place, around it, or in it. A missing part can also be reported beside it.
    private static bool IsAt(string reported, string damaged) =>
        (damaged + "/").StartsWith(reported + "/", StringComparison.Ordinal)
        || reported.StartsWith(damaged[..damaged.LastIndexOf('/')] + "/", StringComparison.Ordinal);
}
