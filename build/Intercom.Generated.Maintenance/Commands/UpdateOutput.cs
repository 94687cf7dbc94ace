using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>Writes the result of an update to the console.</summary>
internal sealed class UpdateOutput(ConsoleOutput console, DescriptionVersion version, UpdateResult result)
{
    private const int NamesShown = 20;

    /// <summary>Writes the size of the description and the changes.</summary>
    public void WriteDescription()
    {
        foreach (var warning in result.Warnings)
            console.WriteWarning(warning.ToString());

        console.WriteLine(
            $"{version}: {Count(result.Description["paths"]!.Count(), "path")}, "
            + $"{Count(DescriptionChanges.OperationsOf(result.Description).Count, "operation")}, "
            + $"{Count(DescriptionChanges.SchemasOf(result.Description).Count, "schema")}");
        WriteChanges();
    }

    /// <summary>Writes the changes to the overlay and the ledger, and the names of the written files.</summary>
    public void WriteResult()
    {
        WriteNames("member", "kept by the overlay", result.Kept);
        WriteStart();
        WriteNames("name", "added to the ledger", result.NewNames);
        console.WriteLine(
            result.WrittenFiles.Count == 0 ? "Up to date. Nothing was written." : $"Written: {string.Join(", ", result.WrittenFiles)}");
    }

    private void WriteStart()
    {
        if (result.Start is not { } start)
            return;
        console.WriteLine(start.Origins.Count == 0
            ? "The new overlay has no actions. Only the shared corrections fit."
            : $"The new overlay contains the actions of other versions that fit: {start.Origin}.");
        WriteAll(
            "correction",
            "to review, because the description differs from the one that they were written for",
            start.Skipped.Where(entry => entry.NeedsReview));
        WriteAll("correction", "skipped, because they do not apply to the version", start.Skipped.Where(entry => !entry.NeedsReview));
    }

    private void WriteChanges()
    {
        switch (result.Changes)
        {
            case null:
                console.WriteLine("This is the first description of the version.");
                return;
            case { IsEmpty: true }:
                var isRewritten = result.WrittenFiles.Any(f => f.EndsWith("/description.json", StringComparison.Ordinal));
                console.WriteLine(isRewritten ? "No changes except the order of keys or the layout." : "No changes.");
                return;
        }

        // The report says more about the same changes.
        if (result.Report is { Entries.Count: > 0 })
        {
            console.WriteLine($"Operations: {Counts(result.Changes.Operations)}. Schemas: {Counts(result.Changes.Schemas)}.");
            console.WriteLine();
            return;
        }

        WriteItems("operation", result.Changes.Operations);
        WriteItems("schema", result.Changes.Schemas);
        WriteNames("other part", "changed", result.Changes.OtherParts);
    }

    private static string Counts(ItemChanges changes) =>
        $"{changes.Added.Count} added, {changes.Removed.Count} removed, {changes.Changed.Count} changed";

    private void WriteItems(string what, ItemChanges changes)
    {
        WriteNames(what, "added", changes.Added);
        WriteNames(what, "removed", changes.Removed);
        WriteNames(what, "changed", changes.Changed);
    }

    // Users have to read these, so the list is never shortened.
    private void WriteAll(string what, string happened, IEnumerable<SkippedCorrection> entries) =>
        Write(what, happened, [.. entries.Select(entry => entry.ToString())], int.MaxValue);

    private void WriteNames(string what, string happened, IReadOnlyList<string> names) => Write(what, happened, names, NamesShown);

    private void Write(string what, string happened, IReadOnlyList<string> lines, int shown)
    {
        if (lines.Count == 0)
            return;
        console.WriteLine($"{Count(lines.Count, what)} {happened}:");
        foreach (var line in lines.Take(shown))
            console.WriteLine($"  {line}");
        if (lines.Count > shown)
            console.WriteLine($"  and {lines.Count - shown} more");
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
