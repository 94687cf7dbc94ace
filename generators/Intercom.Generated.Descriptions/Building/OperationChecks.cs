using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Finds operations with the same ID, and references that do not resolve.</summary>
internal static class OperationChecks
{
    /// <summary>Reports the problems of all operations.</summary>
    public static void Report(BuildContext context, IReadOnlyList<DescribedOperation> operations)
    {
        ReportDuplicateIds(context, operations);
        ReportDanglingReferences(context, operations);
    }

    private static void ReportDuplicateIds(BuildContext context, IReadOnlyList<DescribedOperation> operations)
    {
        foreach (var group in operations.GroupBy(operation => (string?)operation.Node["operationId"])
            .Where(group => group.Key is not null && group.Count() > 1))
        {
            context.Report(
                DescriptionProblemKind.DuplicateOperationId,
                group.Last(),
                $"The operationId '{group.Key}' also belongs to {group.First().Method} {group.First().Path}. "
                    + "Give the operation a unique one with an overlay action.");
        }
    }

    // References of schemas are reported where the schemas are used.
    private static void ReportDanglingReferences(BuildContext context, IReadOnlyList<DescribedOperation> operations)
    {
        foreach (var operation in operations)
        {
            IEnumerable<JToken?> holders =
            [
                .. operation.Node["parameters"] as JArray ?? [],
                operation.Node["requestBody"],
                .. (operation.Node["responses"] as JObject)?.PropertyValues() ?? [],
            ];
            foreach (var reference in holders.OfType<JObject>()
                .Where(holder => DescriptionDocument.Target(context.Document, holder) is null)
                .Select(holder => holder["$ref"]))
            {
                context.Report(
                    DescriptionProblemKind.DanglingReference,
                    operation,
                    $"$ref '{reference}' does not resolve. Add its target, or correct it with an overlay action.");
            }
        }
    }
}
