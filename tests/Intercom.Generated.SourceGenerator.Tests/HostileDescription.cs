using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>
/// A description whose names, values, and texts try to break out of generated code. Its structure is valid, so that it is read. The same seed
/// produces the same description.
/// </summary>
internal sealed class HostileDescription
{
    // Text that ends a literal, a comment, or an element, starts a directive, or is invisible.
    private static readonly string[] Texts =
    [
        "\"; } internal static class Evil { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { } } class X { string s = \"",
        "\"); static Evil() { } //", "\"\"\"", "\"\"\"\n} class Evil { } /*", "x\ny", "x\ry", "x\r\ny", "x\u0085public class Evil { }", "x\u2028class Evil { }", "x\u2029class Evil { }",
        "*/ class Evil { } /*", "</summary><evil/>", "]]>", "--><evil>", "&evil;", "<!DOCTYPE x>", "{evil}", "{{evil}}", "{% evil %}", "{0}", "$\"{evil}\"", "@\"evil", "'", "\\", "\\\"",
        "\n#if EVIL\n", "\n#endif\n", "\n#pragma warning disable\n", "\n#line 1 \"evil\"\n", "\n#error evil\n", "#if true", "\u202Eevil\u202C", "\u2066evil\u2069", "\u200Bevil\u200D", "\uFEFFevil",
        "ev\u00ADil", "\u061Cevil", "\uDB40\uDC65vil", "\uFE0F", "\u3164", "\u115F", "\uFFA0", "\u2800", "\u00A0", "\uE000", "\uFFFE", "\0", "\u0001", "\u001B[31mevil", "\u007F", "\u009B31m",
        "::error ::evil", "##[error]evil", "| evil |", "`evil`", "@everyone", "[evil](javascript:evil)", "<img src=x onerror=evil>", "%0Aevil", "$(evil)", "@(evil)", "%(evil)", ";evil;",
        "class", "event", "equals", "value", "1", "", " ", "é", "名前", "🎟️", "𐐀",
    ];

    // Valid names that are keywords, collide with each other, or are already used.
    private static readonly string[] Names =
    [
        "class", "event", "string", "params", "await", "a_b", "a-b", "aB", "A.b", "a__b", "AB", "1", "2fa", "_1", "task", "list", "func", "system", "newtonsoft", "j_token",
        "date_time_offset", "to_string", "get_hash_code", "get_type", "equals", "value", "type", "additional_properties", "assign", "unknown", "items", "item", "codecs", "x_codec",
        "things_client", "ticket_fields", "get_options", "intercom_client", "intercom_operations", "request", "query", "options", "cancellation_token", "expression", "invoker",
        "rate_limit", "all", "names", "create", "match", "try_pick", "from_text", "$ref", "oneOf", "enum", "properties", "obsolete", "uri", "t_result", "i_list", "tags", "thing", "things",
    ];

    private readonly Random _random;
    private readonly double _share;
    private readonly List<string> _schemas = [];

    private HostileDescription(int seed, double share)
    {
        _random = new Random(seed);
        _share = share;
        Document = Create();
        Docs = CreateDocs();
    }

    /// <summary>The description.</summary>
    public JObject Document { get; }

    /// <summary>The summaries.</summary>
    public JObject Docs { get; }

    /// <summary>The files of the version.</summary>
    public IReadOnlyList<TestFile> Files =>
    [
        new("/openapi/2.14/description.json", Document.ToString(Formatting.None)),
        new("/openapi/2.14/overlay.json", """{ "overlay": "1.0.0", "actions": [] }"""),
        new("/openapi/docs.json", Docs.ToString(Formatting.None)),
    ];

    /// <summary>Creates a description.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="hostileNames">The share of invalid names. Nearly every description with invalid names is rejected.</param>
    public static HostileDescription Create(int seed, double hostileNames) => new(seed, hostileNames);

    private JObject Create()
    {
        var count = _random.Next(2, 7);
        for (var i = 0; i < count; i++)
            Name(_schemas);
        return new JObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JObject { ["title"] = Text(), ["version"] = Text() },
            ["paths"] = new JObject(Enumerable.Range(0, _random.Next(1, 6)).Select(i => new JProperty($"/{Segment()}{i}/{{id}}", PathItem()))),
            ["components"] = new JObject { ["schemas"] = new JObject(_schemas.Select(name => new JProperty(name, Schema(0)))) },
        };
    }

    private JObject PathItem() => new(
        new[] { "get", "post", "put", "delete" }.Take(_random.Next(1, 5)).Select(method => new JProperty(method, Operation(method))));

    private JObject Operation(string method)
    {
        List<string> taken = ["id"];
        var operation = new JObject
        {
            ["operationId"] = $"{method} {Text()} {_random.Next(1_000_000)}",
            ["tags"] = new JArray(Chance(0.5) ? "things" : Text() + " x"),
            ["deprecated"] = Chance(0.3),
            ["parameters"] = new JArray(Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Parameter("query", Name(taken))).Prepend(Parameter("path", "id"))),
            ["responses"] = new JObject { ["200"] = new JObject { ["description"] = Text(), ["content"] = Content() } },
        };
        if (method is "post" or "put")
            operation["requestBody"] = new JObject { ["content"] = Content() };
        return operation;
    }

    private JObject Parameter(string place, string name) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = place == "path" || Chance(0.3), ["schema"] = new JObject { ["type"] = "string", ["default"] = Text(), ["pattern"] = Text() } };

    private JObject Content() =>
        new() { [Chance(_share / 4) ? Text() : "application/json"] = new JObject { ["schema"] = Chance(0.8) ? Reference() : Schema(1), ["example"] = Text() } };

    private JObject Reference() => new() { ["$ref"] = $"#/components/schemas/{Pick(_schemas)}" };

    private JObject Schema(int depth) => _random.Next(depth == 0 ? 4 : 12) switch
    {
        0 or 1 or 2 => Object(depth),
        3 => new JObject { ["oneOf"] = new JArray(Object(depth), new JObject { ["type"] = "string" }, new JObject { ["type"] = "integer" }) },
        4 => new JObject { ["type"] = "string", ["enum"] = new JArray(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Text()).Distinct()) },
        5 => new JObject { ["type"] = "array", ["items"] = depth < 3 ? Schema(depth + 1) : new JObject() },
        6 => new JObject { ["type"] = "object", ["additionalProperties"] = depth < 3 ? Schema(depth + 1) : true },
        7 or 8 => Reference(),
        9 => new JObject { ["type"] = "integer", ["format"] = Text() },
        10 => new JObject { ["type"] = "string", ["default"] = Text(), ["deprecated"] = true, ["description"] = Text() },
        _ => new JObject { ["type"] = "boolean" },
    };

    private JObject Object(int depth)
    {
        List<string> taken = [];
        var properties = new JObject(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Name(taken)).ToList().Select(name =>
            new JProperty(name, depth < 3 ? Schema(depth + 1) : new JObject { ["type"] = "string" })));
        return new JObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JArray(taken.Where(_ => Chance(0.5))) };
    }

    private JObject CreateDocs() => new()
    {
        ["clients"] = new JObject { ["things"] = Text() },
        ["schemas"] = new JObject(_schemas.Select(name => new JProperty(name, Text()))),
        ["properties"] = new JObject(Names.Select(name => new JProperty(name, Text()))),
        ["parameters"] = new JObject { ["id"] = Text() },
    };

    private string Name(List<string> taken)
    {
        string name;
        do
        {
            name = Chance(_share) ? Text() : Pick(Names);
        }
        while (taken.Contains(name));
        taken.Add(name);
        return name;
    }

    private string Segment() => Chance(_share) ? Text() : Pick(Names).Replace("$", string.Empty, StringComparison.Ordinal);

    private string Text() => Chance(_share / 50) ? "x\uD800y" : Chance(_share / 50) ? new string('x', 1_000_000) : Pick(Texts) + (Chance(0.3) ? Pick(Texts) : string.Empty);

    private bool Chance(double share) => _random.NextDouble() < share;

    private string Pick(IReadOnlyList<string> values) => values[_random.Next(values.Count)];
}
