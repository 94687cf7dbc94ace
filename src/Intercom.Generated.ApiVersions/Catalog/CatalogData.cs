using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>The catalog, read from the resource that the maintenance tool writes.</summary>
internal sealed class CatalogData
{
    private readonly ILookup<string, CatalogDifference> _byOwner;

    private CatalogData(JObject json)
    {
        var rules = ((JObject)json["rules"]!).Properties()
            .ToDictionary(rule => rule.Name, rule => Rule.Parse((string)rule.Value!), StringComparer.Ordinal);
        Versions = [.. json["versions"]!.Select(version => ApiVersion.Parse((string)version!))];
        Differences = [.. ((JObject)json["differences"]!).Properties().SelectMany(step => ReadStep(step, rules))];
        // A client, an operation and a type can have the same name.
        _byOwner = Differences.ToLookup(difference => $"{rules[difference.Rule].Area} {difference.Owner}", StringComparer.Ordinal);
        Operations = [.. KnownOperations.All.Select(known => new CatalogOperation(known, [.. _byOwner[$"Operation {known.Id}"]]))];
        Types =
        [
            .. ReadTypes(json["classes"]!, CatalogTypeKind.Model),
            .. ReadTypes(json["options"]!, CatalogTypeKind.Options),
            .. ReadTypes(json["unions"]!, CatalogTypeKind.Union),
            .. ReadTypes(json["enums"]!, CatalogTypeKind.OpenEnum),
        ];
    }

    public IReadOnlyList<ApiVersion> Versions { get; }

    public IReadOnlyList<CatalogOperation> Operations { get; }

    public IReadOnlyList<CatalogType> Types { get; }

    public IReadOnlyList<CatalogDifference> Differences { get; }

    public static CatalogData Read() => new(VersionedResource.Read(typeof(CatalogData).Assembly, "catalog.json"));

    private IEnumerable<CatalogDifference> ReadStep(JProperty step, Dictionary<string, Rule> rules)
    {
        var newer = ApiVersion.Parse(step.Name);
        var older = Versions.Last(version => version < newer);
        return
            from rule in ((JObject)step.Value).Properties()
            from owner in ((JObject)rule.Value).Properties()
            from row in owner.Value
            let member = (string)row[0]!
            select new CatalogDifference(
                older,
                newer,
                rule.Name,
                rules[rule.Name].Impact,
                owner.Name,
                member.Length == 0 ? null : member,
                (string?)row[1],
                (string?)row[2]);
    }

    private IEnumerable<CatalogType> ReadTypes(JToken section, CatalogTypeKind kind) =>
        from entry in VersionedResource.Entries(section)
        let differences = _byOwner[$"Type {entry.Name}"].ToList()
        let members = ReadMembers(kind, (JArray)entry.Value, entry.Versions, differences)
        select new CatalogType(entry.Name, kind, [.. members], entry.Versions, differences);

    // The members that have the versions of their type come first. The others follow in lists, each of which starts with its versions.
    private static IEnumerable<CatalogMember> ReadMembers(
        CatalogTypeKind kind, JArray members, IReadOnlyList<ApiVersion> versions, List<CatalogDifference> differences)
    {
        foreach (var item in members)
        {
            if (item is not JArray others)
            {
                yield return ReadMember(kind, (string)item!, versions, differences);
                continue;
            }

            var theirs = VersionedResource.Versions((string)others[0]!);
            foreach (var other in others.Skip(1))
                yield return ReadMember(kind, (string)other!, theirs, differences);
        }
    }

    private static CatalogMember ReadMember(
        CatalogTypeKind kind, string text, IReadOnlyList<ApiVersion> versions, List<CatalogDifference> differences)
    {
        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text.Substring(0, equals);
        var wireName = kind == CatalogTypeKind.Union ? null : equals < 0 ? SnakeCase(name) : text.Substring(equals + 1);
        return new CatalogMember(name, wireName, versions, [.. differences.Where(difference => difference.Member == name)]);
    }

    // The catalog only has the wire names that are not the C# name in snake case.
    private static string SnakeCase(string name) => string.Concat(name.Select((c, i) =>
        c is >= 'A' and <= 'Z' && i > 0 ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    private sealed record Rule(string Area, DifferenceImpact Impact)
    {
        public static Rule Parse(string text)
        {
            var parts = text.Split(' ');
            return new Rule(parts[0], parts[1] switch
            {
                nameof(DifferenceImpact.Additive) => DifferenceImpact.Additive,
                nameof(DifferenceImpact.Behavior) => DifferenceImpact.Behavior,
                nameof(DifferenceImpact.BinaryBreak) => DifferenceImpact.BinaryBreak,
                _ => DifferenceImpact.SourceBreak,
            });
        }
    }
}
