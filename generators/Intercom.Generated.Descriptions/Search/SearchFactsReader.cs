using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Facts;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Search;

/// <summary>
/// Reads the search facts (openapi/search.json). A version takes the entries of all listed versions up to it, in order: the first entry is
/// complete, and each later entry replaces or adds types and fields. A version that is older than every entry takes the first one. Never
/// throws for the content of the file: problems are part of the result.
/// </summary>
public static class SearchFactsReader
{
    /// <summary>The name of the facts file.</summary>
    public const string FileName = "search.json";

    private static readonly Dictionary<string, SearchFieldKind> Kinds = Enum.GetValues(typeof(SearchFieldKind)).Cast<SearchFieldKind>()
        .ToDictionary(kind => Identifier.Snake(kind.ToString()), StringComparer.Ordinal);

    private static readonly Regex AttributePath = new(@"^(?<prefix>[^{}]+)\{(?<parameter>[a-z]+)\}\z", RegexOptions.CultureInvariant);

    /// <summary>Reads the facts of a version.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="version">The version of the description, such as <c>2.14</c> or <c>Preview</c>.</param>
    /// <param name="operations">The keys of the operations of the version. Searches of other operations are left out.</param>
    public static SearchFacts Read(string json, string version, IEnumerable<string> operations)
    {
        var problems = new List<DescriptionProblem>();
        var searches = ReadFile(json, FactsVersion.OfDescription(version), problems);
        if (problems.Count > 0)
            return new SearchFacts(default, problems.ToEquatableArray());
        var present = new HashSet<string>(operations, StringComparer.Ordinal);
        return new SearchFacts(searches.Where(search => present.Contains(search.Operation)).ToEquatableArray(), default);
    }

    private static List<SearchModel> ReadFile(string json, FactsVersion version, List<DescriptionProblem> problems)
    {
        if (FactsObject.Parse(FileName, json, problems) is not { } root)
            return [];
        root.Allow("description", "searches");
        var searches = root.Objects("searches").Select(search => ReadSearch(search, version)).OfType<SearchModel>().ToList();
        foreach (var (search, index) in searches.Select((search, index) => (search, index)))
        {
            if (searches.Take(index).Any(other => other.Operation == search.Operation || other.Name == search.Name))
            {
                root.Report(
                    "searches", $"Two searches have the operation '{search.Operation}' or the name '{search.Name}'. Remove one of them.");
            }
        }

        return searches;
    }

    private static SearchModel? ReadSearch(FactsObject search, FactsVersion version)
    {
        search.Allow("operation", "name", "summary", "remarks", "versions");
        var operation = search.Text("operation");
        var name = search.Name("name");
        var summary = search.Text("summary");
        var remarks = search.OptionalText("remarks");
        var entries = ReadEntries(search.Object("versions"));
        if (operation is null || name is null || summary is null || entries.Count == 0)
            return null;

        var applied = entries.TakeWhile(entry => entry.Version.CompareTo(version) <= 0).DefaultIfEmpty(entries[0]).ToList();
        var types = new Dictionary<string, SearchFieldType>(StringComparer.Ordinal);
        var fields = new List<FieldEntry>();
        SearchLimits? limits = null;
        foreach (var entry in applied)
        {
            limits = entry.Limits ?? limits;
            foreach (var type in entry.Types)
                types[type.Key] = type.Value;
            foreach (var field in entry.Fields)
                Apply(field, fields);
        }

        // A type that is missing has been reported.
        var models = fields.Where(field => types.ContainsKey(field.Type)).Select(field => field.ToModel(types[field.Type])).ToList();
        if (models.Exists(field => field.Member == name))
            search.Report("name", $"The class and one of its fields are both named '{name}'. Name the field with 'member'.");
        return limits is null ? null : new SearchModel(operation, name, summary, remarks, limits, models.ToEquatableArray());
    }

    private static void Apply(FieldEntry change, List<FieldEntry> fields)
    {
        var index = fields.FindIndex(field => field.Member == change.Member);
        if (change.IsRemoved)
            fields.RemoveAll(field => field.Member == change.Member);
        else if (index >= 0)
            fields[index] = change;
        else
            fields.Add(change);
    }

    private static List<VersionEntry> ReadEntries(FactsObject versions)
    {
        var entries = new List<(FactsVersion Version, FactsObject Facts)>();
        foreach (var (label, facts) in versions.Members())
        {
            if (FactsVersion.Parse(label) is { } version)
                entries.Add((version, facts));
            else
                versions.Report(label, $"'{label}' is not a version. Use a number such as 2.16, or preview.");
        }

        var types = new HashSet<string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = true;
        var read = new List<VersionEntry>();
        foreach (var (version, facts) in entries.OrderBy(entry => entry.Version))
        {
            read.Add(ReadEntry(version, facts, types, members, isFirst));
            isFirst = false;
        }

        return read;
    }

    private static VersionEntry ReadEntry(
        FactsVersion version, FactsObject facts, HashSet<string> knownTypes, HashSet<string> knownMembers, bool isFirst)
    {
        facts.Allow("source", "reason", "limits", "pageSize", "types", "fields");
        facts.Text("source");
        var types = new Dictionary<string, SearchFieldType>(StringComparer.Ordinal);
        foreach (var (name, definition) in facts.Has("types") ? facts.Object("types").Members() : [])
        {
            knownTypes.Add(name);
            if (ReadType(definition) is { } type)
                types[name] = type;
        }

        var fields = new List<FieldEntry>();
        foreach (var field in facts.Has("fields") ? facts.Objects("fields") : [])
        {
            if (ReadField(field, knownTypes, knownMembers) is not { } entry)
                continue;
            if (fields.Any(other => other.IsSameAs(entry)))
                field.Report($"The field '{entry.Member}' ({entry.WireName}) is listed twice. Remove one of the entries.");
            fields.Add(entry);
        }

        knownMembers.UnionWith(fields.Select(field => field.Member));
        return new VersionEntry(version, isFirst || facts.Has("limits") ? ReadLimits(facts) : null, types, fields);
    }

    private static SearchLimits? ReadLimits(FactsObject facts)
    {
        var limits = facts.Object("limits");
        limits.Allow("levels", "filters");
        var page = facts.Object("pageSize");
        page.Allow("default", "maximum");
        return (limits.Number("levels"), limits.Number("filters"), page.Number("default")) is ({ } levels, { } filters, { } size)
            ? new SearchLimits(levels, filters, size, page.Has("maximum") ? page.Number("maximum") : null)
            : null;
    }

    private static SearchFieldType? ReadType(FactsObject facts)
    {
        facts.Allow("kind", "operators", "days", "includesValue", "sortable");
        var isSortable = facts.Flag("sortable", absent: true);
        var includesValue = facts.Flag("includesValue", absent: false);
        var operators = facts.Texts("operators");
        if (facts.Text("kind") is not { } kindName || operators is null)
            return null;
        if (!Kinds.TryGetValue(kindName, out var kind))
        {
            return facts.Report<SearchFieldType>(
                "kind", $"'{kindName}' is not a kind of field. Use one of {string.Join(", ", Kinds.Keys)}.");
        }

        for (var i = 0; i < operators.Count; i++)
        {
            if (!SearchFieldTypes.Operators.Contains(operators[i]))
            {
                return facts.Report<SearchFieldType>(
                    $"operators/{i}", $"'{operators[i]}' is not an operator. Use some of {string.Join(" ", SearchFieldTypes.Operators)}.");
            }

            if (operators.Take(i).Contains(operators[i]))
            {
                return facts.Report<SearchFieldType>(
                    $"operators/{i}", $"The operator '{operators[i]}' is listed twice. Remove one of the entries.");
            }
        }

        if (SearchFieldTypes.Find(kind, operators) is not { } type)
        {
            return facts.Report<SearchFieldType>(
                "operators",
                $"No field type for {kindName} offers exactly {string.Join(" ", operators)}. "
                    + $"Use {SearchFieldTypes.Choices(kind)}, or add a type to the runtime.");
        }

        if (!isSortable && type != SearchFieldTypes.WithoutLists)
        {
            return facts.Report<SearchFieldType>(
                "sortable", "Only an identifier with the operators = and != can be excluded from sorting. Remove the member.");
        }

        SearchDays? days = null;
        if (facts.Has("days"))
        {
            days = facts.Text("days") switch { "workspace" => SearchDays.Workspace, "utc" => SearchDays.Utc, _ => null };
            if (days is null || kind != SearchFieldKind.Date)
                return facts.Report<SearchFieldType>("days", "Only the kind date has days. They are those of 'workspace' or 'utc'.");
        }

        return new SearchFieldType(kind, operators.ToEquatableArray(), type, days, includesValue, isSortable);
    }

    private static FieldEntry? ReadField(FactsObject facts, HashSet<string> knownTypes, HashSet<string> knownMembers)
    {
        facts.Allow("name", "member", "type", "parameter", "summary", "remarks", "removed");
        if (facts.Text("name") is not { } wireName)
            return null;
        var attribute = AttributePath.Match(wireName);
        if (!attribute.Success && wireName.IndexOfAny(['{', '}']) >= 0)
        {
            return facts.Report<FieldEntry>(
                "name", $"'{wireName}' has a placeholder that cannot be read. Write it at the end, as in custom_attributes.{{name}}.");
        }

        var member = facts.Has("member") || attribute.Success ? facts.Name("member") : Identifier.Pascal(wireName);
        if (member is null)
            return null;
        if (!FactsObject.IsName(member))
            return facts.Report<FieldEntry>("name", $"'{wireName}' cannot be converted to a C# name. Name the field with 'member'.");
        if (facts.Flag("removed", absent: false))
        {
            return knownMembers.Contains(member)
                ? new FieldEntry(member, wireName, string.Empty, string.Empty, null, null, IsRemoved: true)
                : facts.Report<FieldEntry>("removed", $"No earlier version has the field '{member}'. Remove the entry.");
        }

        var type = facts.Text("type");
        var summary = facts.Text("summary");
        var remarks = facts.OptionalText("remarks");
        SearchFieldParameter? parameter = null;
        if (attribute.Success && facts.Text("parameter") is { } parameterSummary)
            parameter = new SearchFieldParameter(Identifier.Camel(attribute.Groups["parameter"].Value), parameterSummary);
        if (type is null || summary is null || (attribute.Success && parameter is null))
            return null;
        if (!knownTypes.Contains(type))
        {
            var choices = string.Join(", ", knownTypes.OrderBy(name => name, StringComparer.Ordinal));
            return facts.Report<FieldEntry>(
                "type", $"'{type}' is not a type of this search. Use one of {choices}, or add it to 'types'.");
        }

        return new FieldEntry(
            member, attribute.Success ? attribute.Groups["prefix"].Value : wireName, type, summary, remarks, parameter, IsRemoved: false);
    }

    private sealed record VersionEntry(
        FactsVersion Version, SearchLimits? Limits, Dictionary<string, SearchFieldType> Types, List<FieldEntry> Fields);

    private sealed record FieldEntry(
        string Member, string WireName, string Type, string Summary, string? Remarks, SearchFieldParameter? Attribute, bool IsRemoved)
    {
        /// <summary>Whether both would be the same C# member, or both are the one field with a name.</summary>
        public bool IsSameAs(FieldEntry other) =>
            Member == other.Member || (WireName == other.WireName && Attribute is null && other.Attribute is null);

        public SearchFieldModel ToModel(SearchFieldType type) => new(Member, WireName, type, Summary, Remarks, Attribute);
    }
}
