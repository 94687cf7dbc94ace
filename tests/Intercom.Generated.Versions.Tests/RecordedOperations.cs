using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>A response in ../shared/payloads that was recorded from the API, with the operation that returned it.</summary>
/// <param name="Json">The response, or the one element of it that was recorded.</param>
/// <param name="Operation">The key of the operation, such as <c>GET /contacts/{}</c>.</param>
/// <param name="Element">The path of the list that the kept element is from. Empty for the operation's own list, null for a whole response.</param>
/// <param name="Kind">The kind in the index, such as <c>contact</c>.</param>
internal sealed partial record RecordedOperation(string File, int Status, JToken Json, string Operation, string? Element, string Kind)
{
    // Operations of the oldest recordings whose path changed later, and those that the index describes in words.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["any"] = "GET /contacts",
        ["getCompanySegments"] = "GET /companies/{}/segments",
        ["GET /{}"] = "GET /contacts/{}",
        ["POST /contacts/convert"] = "POST /visitors/convert",
        ["POST /contacts or GET /contacts/{id}"] = "GET /contacts/{}",
    };

    public bool IsError => Status >= 400;

    /// <summary>Gets every response that was recorded from the API, without webhook notifications.</summary>
    public static IReadOnlyList<RecordedOperation> All()
    {
        var folder = SharedFiles.Required("payloads");
        var lines = System.IO.File.ReadAllLines(Path.Combine(folder, "INDEX.tsv")).Select(line => line.Split('\t')).ToList();
        int Column(string name) => Array.IndexOf(lines[0], name);
        var (file, kind, operation, provenance, status) = (Column("file"), Column("kind"), Column("operation"), Column("provenance"), Column("http_status"));
        return
        [
            .. lines.Skip(1)
                .Where(row => !row[kind].StartsWith("webhook", StringComparison.Ordinal) && row[provenance].StartsWith("recorded", StringComparison.Ordinal))
                .Select(row => Read(folder, row[file], row[kind], row[operation], row[status])),
        ];
    }

    private static RecordedOperation Read(string folder, string file, string kind, string operation, string status)
    {
        var element = ElementOf().Match(operation);
        var call = element.Success ? operation[..element.Index] : operation;
        var key = Renamed.TryGetValue(call, out var renamed) ? renamed : Placeholder().Replace(call.Split('?')[0], "{}");
        if (Renamed.TryGetValue(key, out renamed))
            key = renamed;
        return new(
            file,
            status.Length == 0 ? 200 : int.Parse(status, CultureInfo.InvariantCulture),
            Generated.Tests.Json.Parse(System.IO.File.ReadAllText(Path.Combine(folder, file))),
            key,
            element.Success ? element.Groups[1].Value : null,
            kind);
    }

    [GeneratedRegex(@" \(one element(?: of (\w+))?\)$")]
    private static partial Regex ElementOf();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
