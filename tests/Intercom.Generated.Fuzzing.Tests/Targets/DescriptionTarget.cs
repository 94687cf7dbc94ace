using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// The description reader. The input is a published description, or a JSON object with the texts of the files <c>description</c>,
/// <c>overlay</c>, <c>shared</c>, <c>names</c>, and <c>docs</c>. Every input leads to a model or to problems with the places of their
/// causes.
/// </summary>
internal sealed class DescriptionTarget : FuzzTarget
{
    private static readonly DescriptionVersion Version = DescriptionVersion.TryParse("2.16")!;

    public override string Name => "descriptions";

    // Each input is a whole version.
    public override int Cases => 500;

    public override IReadOnlyList<string> Tokens =>
    [
        "\n", "\n  ", "- ", ": ", "&a ", "*a", "<<: *a", "!!int ", "!!x ", "|\n  ", ">-\n  ", "? ", "# ", "---\n", "...\n",
        "%YAML 1.2\n", "'", "\"", "{", "}", "[", "]", "\t", "~", "0o7",
        ".inf", "1_000", "2026-01-01", "$ref: '#/components/schemas/thing'", "type: object", "type: array", "type: ['null', string]",
        "nullable: true", "enum: [a, b]",
        "oneOf:", "anyOf:", "allOf:", "properties:", "required: true", "items: {}", "additionalProperties: true",
        "discriminator: { propertyName: type }",
        "parameters: [{ name: id, in: path }]", "'{id}'", "/{a}/{b}", "operationId: x", "tags: [a]", "requestBody:", "responses:",
        "'200':", "content:", "application/json:",
        "{\"$ref\":\"#/components/schemas/thing\"}", "{\"$ref\":\"#\"}", "{\"$ref\":\"#/paths/~1things~1{id}/get\"}", "{\"$ref\":\"\"}",
        "{\"$ref\":\"#/%zz~2\"}", "\"$ref\":",
        "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}", "{\"allOf\":[{\"$ref\":\"#/components/schemas/thing\"}]}",
        "{\"type\":\"object\",\"properties\":{}}",
        "{\"type\":\"array\",\"items\":{\"type\":\"array\"}}", "{\"type\":\"string\",\"enum\":[\"a\",null,1]}",
        "{\"target\":\"$..x\",\"description\":\"d\",\"remove\":true}",
        "\"$.paths[?(@.x)]\"", "\"$..*\"", "\"$['paths'][*]\"", "\"x-merge-cases\":true", "\"x-group\":\"g\"",
    ];

    public override bool Run(byte[] input) => FilesOf(input) is { } files ? IsUsable(ReadFiles(files)) : ReadPublished(input);

    private static DescriptionFiles? FilesOf(byte[] input)
    {
        try
        {
            if (!input.AsSpan().TrimStart(" \r\n"u8).StartsWith("{"u8) || Json.Parse(Encoding.UTF8.GetString(input)) is not JObject json
                || json["description"] is not { } description)
            {
                return null;
            }

            return new DescriptionFiles(Text(description)!, Text(json["overlay"]), Text(json["names"]), Text(json["docs"]))
            {
                SharedOverlay = Text(json["shared"]),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JToken? file) => file switch
    {
        null => null,
        JValue { Value: string text } => text,
        _ => file.ToString(Formatting.None),
    };

    private static bool ReadPublished(byte[] input)
    {
        // As JSON, the same text is the reduced description.
        var usable = IsUsable(ReadFiles(new DescriptionFiles(Encoding.UTF8.GetString(input), null, null, null)));
        try
        {
            var published = PublishedDescription.Read(input, "published.yaml").Document;
            if (HasProblem(DescriptionChecks.FindUnusable(published, "published.yaml", Version)))
                return usable;
            var reduced = DescriptionReducer.Reduce(published, Version.HeaderName);
            if (HasProblem(DescriptionChecks.FindDefects(reduced, "published.yaml", "overlay.json")))
                return usable;
            var written = Encoding.UTF8.GetString(DescriptionJson.Write(reduced));
            if (!JToken.DeepEquals(DescriptionJson.Read(written, "description.json"), reduced))
                throw Broken($"The reduced description changes when it is written: {written}");
            var model = ReadFiles(new DescriptionFiles(written, null, null, null));
            if (IsUsable(model))
                ThrowIfNamesChange(written);
            return true;
        }
        catch (DescriptionException e)
        {
            _ = HasProblem(e.Problems);
            return usable;
        }
    }

    private static ApiModel ReadFiles(DescriptionFiles files)
    {
        var model = ApiModelReader.Read(files);
        if (!model.Equals(ApiModelReader.Read(files)))
            throw Broken("The same files lead to different models.");
        return model;
    }

    private static bool IsUsable(ApiModel model)
    {
        foreach (var problem in model.Problems)
        {
            if (!problem.Pointer.Contains('#', StringComparison.Ordinal) || problem.Message.Length == 0)
                throw Broken($"A problem has no place or message: {problem}");
        }

        return model.Problems.Count == 0;
    }

    // Recorded names stay the same.
    private static void ThrowIfNamesChange(string description)
    {
        var ledger = NameLedger.Parse("{}");
        var document = DescriptionDocument.ParseObject(description);
        var first = ApiModelReader.Read(document, ledger, DocumentationTexts.None);
        var recorded = NameLedger.Parse(ledger.ToJson());
        var second = ApiModelReader.Read(document, recorded, DocumentationTexts.None);
        if (recorded.Additions.Count > 0)
            throw Broken($"The ledger does not record every name: {recorded.Additions[0]}");
        if (!first.Equals(second))
            throw Broken("The recorded names lead to a different model.");
    }

    private static bool HasProblem(IReadOnlyList<FileProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (!problem.Pointer.StartsWith('#') || problem.Message.Length == 0)
                throw Broken($"A problem has no place or message: {problem}");
        }

        return problems.Count > 0;
    }
}
