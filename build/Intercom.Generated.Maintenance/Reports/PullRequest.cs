using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The texts of the pull request for an update.</summary>
/// <param name="Title">The title.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Body">The body, as Markdown.</param>
/// <param name="ChangeLog">The notes for the change log, as Markdown.</param>
/// <param name="IsReady">Whether nothing is left to do but to merge.</param>
internal sealed record PullRequest(string Title, IReadOnlyList<string> Labels, string Body, string ChangeLog, bool IsReady)
{
    /// <summary>The length of a body that GitHub accepts is 65536 characters. The rest is for the notice.</summary>
    private const int MaximumLength = 60_000;

    /// <summary>Creates the texts.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">The version.</param>
    /// <param name="missingTexts">The keys of openapi/docs.json that have no text.</param>
    public static PullRequest Of(ChangeReport report, DescriptionVersion version, IReadOnlyCollection<string> missingTexts)
    {
        var isReady = !report.IsBreaking && missingTexts.Count == 0;
        var labels = new List<string> { "description", $"semver: {Semver(report)}" };
        if (report.IsBreaking)
            labels.Add("breaking");
        var notes = Reports.ChangeLog.Text(report, version);
        return new PullRequest(
            $"Update the description of {version.HeaderName}: {ReportPhrases.Verdict(report)}",
            labels,
            Text(report, notes, missingTexts),
            notes,
            isReady);
    }

    /// <summary>Adds the files of the pull request to a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="folder">The folder.</param>
    public void AddTo(FileBatch batch, string folder)
    {
        Add("title.txt", Title + "\n");
        Add("labels.txt", string.Concat(Labels.Select(label => label + "\n")));
        Add("body.md", Body);
        Add("changelog.md", ChangeLog);
        // The outputs of a step of a workflow.
        Add("outputs.txt", $"changed=true\ntitle={Title}\nlabels={string.Join(',', Labels)}\ndraft={(IsReady ? "false" : "true")}\n");

        void Add(string file, string text) => batch.Add(Path.Combine(folder, file), Encoding.UTF8.GetBytes(text));
    }

    private static string Semver(ChangeReport report) =>
        report.IsBreaking ? "major" : report.Impact >= ChangeImpact.Additive ? "minor" : "patch";

    private static string Text(ChangeReport report, string notes, IReadOnlyCollection<string> missingTexts)
    {
        var page = new MarkdownText();
        if (report.IsBreaking)
        {
            page.Block(
                "**Review before merging.** Decide for each breaking change whether the API changed or the description is wrong. If it is "
                + "wrong, correct it with an overlay action, and run `update` again.");
        }
        else if (missingTexts.Count == 0)
            page.Block("**Ready to merge** when the checks pass: nothing breaks.");
        if (missingTexts.Count > 0)
        {
            page.Block("Write these summaries in `openapi/docs.json`:");
            page.Block(string.Join('\n', missingTexts.Order(StringComparer.Ordinal).Select(key => $"- [ ] {MarkdownText.Code(key)}")));
        }

        if (notes.Length > 0)
            page.Folded("Notes for the change log, which CHANGELOG.md already has", notes.TrimEnd());
        var start = page.ToString();
        var body = $"{start}\n{MarkdownReport.Write(report, report.Entries)}";
        if (body.Length <= MaximumLength)
            return body;

        // The breaking changes are first, so the end can be left out.
        body = $"{(start.Length > MaximumLength / 2 ? string.Empty : $"{start}\n")}"
            + MarkdownReport.Write(report, [.. report.Entries.Where(entry => entry.Impact >= ChangeImpact.Behavior)]);
        const string notice = "\nThe report is too long for a pull request. To read all of it, run `report`.\n";
        return body.Length <= MaximumLength ? body + notice : Shortened(body) + notice;
    }

    // Ends before a heading or paragraph, so that no block of code stays open.
    private static string Shortened(string body)
    {
        var end = body.LastIndexOf("\n\n**`", MaximumLength, StringComparison.Ordinal);
        return body[..(end < 0 ? 0 : end + 1)];
    }
}
