using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Search;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the fields of a search, each with exactly the operators that it accepts in the version.</summary>
internal static class SearchFieldsEmitter
{
    private const string Others = "For a field that is not listed, create one from its name with the methods of `SearchField`.";

    public static string Emit(SearchModel search, string version, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System");
        code.Line();
        code.Prose("summary", search.Summary);
        code.Prose("remarks", $"{Sentence(search.Remarks)}{Limits(search.Limits)} These are the fields of version {version}. {Others}");
        code.Open($"public static class {search.Name}");
        var isFirst = true;
        foreach (var field in search.Fields)
        {
            if (!isFirst)
                code.Line();
            isFirst = false;
            Field(code, field);
        }

        if (search.Fields.Any(field => field.Attribute is not null))
            AttributeName(code);
        code.Close();
        return code.ToString();
    }

    private static void AttributeName(CodeWriter code)
    {
        code.Line();
        code.Line("private static string AttributeName(string prefix, string attribute) => string.IsNullOrWhiteSpace(attribute)");
        code.Continued("? throw new ArgumentException(\"The name or ID of an attribute cannot be empty.\", nameof(attribute))");
        code.Continued(": prefix + attribute;");
    }

    private static void Field(CodeWriter code, SearchFieldModel field)
    {
        code.Prose("summary", field.Summary);
        if (field.Attribute is { } attribute)
        {
            code.Prose("remarks", $"`{field.WireName}{{{attribute.Name.TrimStart('@')}}}`: {Description(field)}");
            code.Parameter(attribute.Name, attribute.Summary);
            code.Line("/// <exception cref=\"ArgumentException\">The name or ID is empty.</exception>");
            code.Member(
                $"public static {field.Type.CSharp} {field.Member}(string {attribute.Name}) =>",
                $"new(AttributeName({CSharpText.Literal(field.WireName)}, {attribute.Name}){Arguments(field.Type)});");
            return;
        }

        code.Prose("remarks", $"`{field.WireName}`: {Description(field)}");
        code.Member(
            $"public static {field.Type.CSharp} {field.Member} {{ get; }} =",
            $"new({CSharpText.Literal(field.WireName)}{Arguments(field.Type)});");
    }

    private static string Arguments(SearchFieldType type) =>
        (type.Kind == SearchFieldKind.IntegerIdentifier ? ", isNumeric: true" : string.Empty)
        + (type.IsSortable ? string.Empty : ", isSortable: false");

    private static string Description(SearchFieldModel field)
    {
        var type = field.Type;
        var operators = $"Operators: {string.Join(", ", type.Operators.Select(name => $"`{name}`"))}.";
        var inclusive = type.IncludesValue ? " `>` and `<` include the value itself." : string.Empty;
        var sorting = type.IsSortable ? string.Empty : " Results cannot be sorted by this field.";
        return $"{Kind(type)} {operators}{inclusive}{sorting}{(field.Remarks is null ? string.Empty : " " + field.Remarks)}";
    }

    private static string Kind(SearchFieldType type) => type.Kind switch
    {
        SearchFieldKind.Text => "text.",
        SearchFieldKind.Boolean => "true or false.",
        SearchFieldKind.Number => "a number.",
        SearchFieldKind.Time => "a time, filtered to the second and sent as Unix seconds.",
        SearchFieldKind.Date =>
            $"a time, filtered by calendar day{Zone(type.Days)} and sent as Unix seconds. "
            + "`=` matches the whole day, `>` matches from the start of the next day, and `<` matches times before the day.",
        SearchFieldKind.Identifier => "an ID, sent as text.",
        SearchFieldKind.IntegerIdentifier => "an ID, sent as a number.",
        _ => "several IDs, sent as text.",
    };

    private static string Zone(SearchDays? days) => days switch
    {
        SearchDays.Workspace => " in the time zone of the workspace",
        SearchDays.Utc => " in UTC",
        _ => string.Empty,
    };

    private static string Limits(SearchLimits limits)
    {
        var maximum = limits.MaximumPageSize is { } size ? $" and at most {size}" : string.Empty;
        return $"A group has at most {limits.Filters} filters, and groups have at most {limits.Levels} levels. "
            + $"A page has {limits.DefaultPageSize} results by default{maximum}.";
    }

    private static string Sentence(string? text) => text is null ? string.Empty : text + " ";
}
