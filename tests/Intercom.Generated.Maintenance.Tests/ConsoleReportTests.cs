using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Descriptions.Tests;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>A report can be read in a terminal of any width, in a file, and in a pull request.</summary>
public sealed class ConsoleReportTests
{
    private static readonly int?[] Widths = [60, 80, 120, 200, null];

    private const string Before = """
        openapi: 3.0.1
        info: { title: t, version: '2.14' }
        paths:
          /contacts/{id}:
            parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getContact
              tags: [Contacts]
              parameters: [{ name: expand, in: query, schema: { type: string } }]
              responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } } }
            put:
              operationId: updateContact
              tags: [Contacts]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/update_contact_request' } } } }
              responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } } }
            delete: { operationId: deleteContact, tags: [Contacts], responses: { '200': {} } }
          /channels/events/notify_new_conversation: { post: { operationId: notifyNewConversation, tags: [Channels], responses: { '200': {} } } }
          /channels/events/notify_new_message: { post: { operationId: notifyNewMessage, tags: [Channels], responses: { '200': {} } } }
        components:
          schemas:
            contact:
              type: object
              properties:
                name: { type: string }
                parent_id: { type: string }
                state: { type: string, enum: [new, paused, blocked, an_unusually_long_state_of_a_contact_that_needs_a_line_of_its_own] }
                english: { $ref: '#/components/schemas/article_en' }
                german: { $ref: '#/components/schemas/article_de' }
            article_en: { type: object, properties: { title: { type: string }, body: { type: string } } }
            article_de: { type: object, properties: { title: { type: string }, body: { type: string } } }
            update_contact_request:
              type: object
              required: [type]
              properties:
                email: { type: string }
                type: { type: string, enum: [contact] }
                notes: { type: array, items: { type: string, maxLength: 20 } }
        """;

    private static readonly string After = Before
        .Replace("parameters: [{ name: expand, in: query,", "parameters: [{ name: expand, deprecated: true, in: query,", StringComparison.Ordinal)
        .Replace("  /channels/events/notify_new_conversation: { post: { operationId: notifyNewConversation, tags: [Channels], responses: { '200': {} } } }\n", string.Empty, StringComparison.Ordinal)
        .Replace(
            "  /channels/events/notify_new_message: { post: { operationId: notifyNewMessage, tags: [Channels], responses: { '200': {} } } }\n",
            string.Concat(Enumerable.Range(1, 11).Select(i => $"  /calls/{i}: {{ get: {{ operationId: getCallNumber{i}, tags: [Calls], responses: {{ '200': {{}} }} }} }}\n")),
            StringComparison.Ordinal)
        .Replace(
            "operationId: deleteContact, tags: [Contacts], responses: { '200': {} }",
            "operationId: deleteContact, tags: [Contacts], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } } }", StringComparison.Ordinal)
        .Replace("name: { type: string }", "name: { type: integer }", StringComparison.Ordinal)
        .Replace("parent_id: { type: string }", "parent_ids: { type: array, items: { type: string } }", StringComparison.Ordinal)
        .Replace(", blocked, an_unusually_long_state_of_a_contact_that_needs_a_line_of_its_own]", ", active]", StringComparison.Ordinal)
        .Replace("body: { type: string }", "author: { type: string }, tags: { type: array, items: { type: string } }", StringComparison.Ordinal)
        .Replace("required: [type]", "required: [email]", StringComparison.Ordinal)
        .Replace("maxLength: 20", "maxLength: 10", StringComparison.Ordinal)
        .Replace("    english:", "    born: { type: string, format: date }\n        english:", StringComparison.Ordinal);

    [Test]
    public void A_report_is_readable_at_each_width()
    {
        var report = Report();
        new Snapshot("ConsoleReport.A_report").Match(Widths.ToDictionary(
            width => width is { } columns ? $"{columns}" : "Redirected",
            width => ConsoleOutput.Text(ConsoleReport.Create(report, report.Entries, width))));
    }

    [Test]
    public void A_report_with_all_changes_is_readable_at_each_width()
    {
        var report = Report();
        new Snapshot("ConsoleReport.All_changes").Match(Widths.ToDictionary(
            width => width is { } columns ? $"{columns}" : "Redirected",
            width => ConsoleOutput.Text(ConsoleReport.Create(report, report.All, width))));
    }

    [Test]
    public void A_pull_request_has_the_breaking_changes_first()
    {
        var report = Report();
        new Snapshot("MarkdownReport.A_report").Match(new Dictionary<string, string> { ["Markdown"] = MarkdownReport.Write(report, report.Entries) });
    }

    [Test]
    public void No_line_is_wider_than_the_terminal()
    {
        var report = Report();
        using (Assert.EnterMultipleScope())
        {
            for (var width = 24; width <= 220; width++)
            {
                var lines = ConsoleReport.Create(report, report.All, width);
                Assert.That(lines.Where(line => line.Text.Length > width).Select(line => $"{width}: {line.Text}"), Is.Empty);
            }

            // A character that takes two cells counts twice.
            var page = new ConsolePage(24);
            page.Paragraph(string.Concat(Enumerable.Repeat("日本語", 20)));
            Assert.That(page.Lines.Select(line => line.Text.Length), Is.All.LessThanOrEqualTo(12));
        }
    }

    [Test]
    public void Nothing_is_lost_at_a_narrow_width()
    {
        var report = Report();
        var wide = Words(ConsoleReport.Create(report, report.All, 10_000));
        using (Assert.EnterMultipleScope())
        {
            foreach (var width in new[] { 24, 40, 60, 80 })
                Assert.That(Words(ConsoleReport.Create(report, report.All, width)), Is.EqualTo(wide));
        }

        static string Words(IEnumerable<ConsoleLine> lines) =>
            string.Concat(lines.SelectMany(line => line.Text).Where(c => !char.IsWhiteSpace(c)))
                .Split("Changes in JSON only", 2)[0];
    }

    [Test]
    public void The_first_screen_has_the_verdict_and_a_breaking_change_with_what_to_do()
    {
        var report = Report();
        var screen = string.Join('\n', ConsoleReport.Create(report, report.Entries, 80).Take(24).Select(line => line.Text));

        Assert.That(screen, Does.Contain("breaking changes").And.Contain("Suggested version: ").And.Contain("    before  ").And.Contain("    do      "));
    }

    [Test]
    public void Every_change_in_the_report_is_in_the_text()
    {
        var report = Report();
        var text = string.Join(' ', ConsoleReport.Create(report, report.All, 10_000).Select(line => line.Text));
        var markdown = MarkdownReport.Write(report, report.All);

        using (Assert.EnterMultipleScope())
        {
            foreach (var entry in report.All)
            {
                var name = entry.Change is null ? entry.Place.Pointer : (entry.Change.Member ?? entry.Change.Owner).Split('.')[^1];
                Assert.That(text, Does.Contain(name), entry.ToString());
                Assert.That(markdown, Does.Contain(name), entry.ToString());
            }
        }
    }

    // The cases have at least one change of each rule.
    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Operations))]
    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Types))]
    public void Every_change_that_matters_has_advice(ApiModel before, ApiModel after, string[] expected)
    {
        var advisor = new ChangeAdvisor(before, after);
        using (Assert.EnterMultipleScope())
        {
            foreach (var change in ApiComparison.Compare(before, after))
            {
                var advice = advisor.For(change);
                Assert.That(advice is null, Is.EqualTo(change.Impact < ChangeImpact.Behavior), $"{change}");
                Assert.That(advice?.Sentence ?? ".", Does.EndWith(".").And.Not.Contain("`"), $"{change}");
                Assert.That(advice?.Line ?? "x", Is.Not.Empty.And.Not.Contain("  "), $"{change}");
            }
        }
    }

    [Test]
    public void A_note_about_both_sides_is_shown_once()
    {
        var correction = new Published.FileProblem("openapi/2.14/overlay.json", "#/actions/0", "The correction does not fit.", "None.") { Subject = "Ghosts are not schemas." };

        var notes = NoteGroup.Of([
            correction with { SkippedFor = "old.yaml" },
            correction with { SkippedFor = "new.yaml" },
            correction with { SkippedFor = "new.yaml", Pointer = "#/actions/1" }]);

        Assert.That(notes.Select(note => $"{note.Headline} {string.Join(" | ", note.Details)}"), Is.EqualTo(new[]
        {
            "1 correction did not fit old.yaml and new.yaml and was skipped. openapi/2.14/overlay.json#/actions/0: Ghosts are not schemas.",
            "1 correction did not fit new.yaml and was skipped. openapi/2.14/overlay.json#/actions/1: Ghosts are not schemas.",
        }));
    }

    [TestCase(1, "property", "1 property")]
    [TestCase(2, "property", "2 properties")]
    [TestCase(2, "key", "2 keys")]
    public void Counts_have_a_plural(int count, string noun, string text) => Assert.That(MarkdownText.Count(count, noun), Is.EqualTo(text));

    private static ChangeReport Report()
    {
        using var repository = new TemporaryRepository();
        var snapshot = RepositorySnapshot.WorkingTree(new RepositoryLayout(repository.Root));
        var ledger = NameLedger.Parse("{}");
        return ChangeReport.Compare(Read("old.yaml", Before), Read("new.yaml", After));

        DescriptionRevision Read(string file, string yaml) => DescriptionRevision.Read(file, Encoding.UTF8.GetBytes(yaml), null, snapshot, ledger);
    }
}
