using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>
/// Writes openapi/availability.json, which lists the versions of each operation, and openapi/catalog.json, which lists the versions of
/// types and members and the differences between versions. Packages embed both files, so they are compact: entries are grouped by version,
/// and a JSON name is only written if it cannot be derived from the C# name.
/// </summary>
internal static class AvailabilityDocument
{
    /// <summary>Writes openapi/availability.json.</summary>
    public static byte[] WriteOperations(VersionHistory history) => Write(Operations(history));

    /// <summary>Writes openapi/catalog.json.</summary>
    public static byte[] WriteCatalog(VersionHistory history) => Write(Catalog(history));

    private static byte[] Write(JObject document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Indentation = 1, CloseOutput = false })
            Write(json, document);
        text.WriteLine();
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Objects have one line per member. Arrays are on one line.
    private static void Write(JsonTextWriter json, JToken node)
    {
        if (node is not JObject parent)
        {
            json.Formatting = Formatting.None;
            node.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var property in parent.Properties())
        {
            json.Formatting = Formatting.Indented;
            json.WritePropertyName(property.Name);
            Write(json, property.Value);
        }

        json.Formatting = Formatting.Indented;
        json.WriteEndObject();
    }

    private static JObject Operations(VersionHistory history) => new()
    {
        ["operations"] = Grouped(
            Entries(
                history, OperationsOf, operation => $"{operation.Id} {DescriptionDocument.OperationKey(operation.Method, operation.Path)}"),
            entry => new JProperty(entry.Newest.Id, $"{entry.Newest.Method} {entry.Newest.Path}")),
    };

    private static JObject Catalog(VersionHistory history) => new()
    {
        ["versions"] = new JArray(history.Versions.Select(version => version.Version.HeaderName)),
        ["classes"] = Types(
            history,
            model => model.Objects,
            type => type.Name,
            type => type.Properties,
            property => Member(property.Name, property.WireName)),
        ["options"] = Types(history, OptionsOf, type => type.Name, type => type.Parameters, option => Member(option.Name, option.WireName)),
        ["unions"] = Types(history, model => model.Unions, type => type.Name, type => type.Cases, item => item.Name),
        ["enums"] = Types(
            history, model => model.Enums, type => type.Name, type => type.Members, member => Member(member.Name, member.Value)),
        ["rules"] = new JObject(history.Steps.SelectMany(step => VisibleChanges(step)).Select(change => change.Rule).Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => new JProperty(rule.Id, $"{rule.Area} {rule.Impact}"))),
        ["differences"] = new JObject(history.Steps.Select(step => new JProperty(step.To.Version.HeaderName, Differences(step)))),
    };

    // Entries with the same versions are grouped.
    private static JObject Grouped<T>(IEnumerable<Entry<T>> entries, Func<Entry<T>, JProperty> write) =>
        new(entries.GroupBy(entry => entry.Versions)
            .OrderByDescending(group => group.Key.Count(c => c == ' '))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new JProperty(group.Key, new JObject(group.Select(write)))));

    private static JObject Types<TType, TMember>(
        VersionHistory history,
        Func<ApiModel, IEnumerable<TType>> types,
        Func<TType, string> name,
        Func<TType, IEnumerable<TMember>> members,
        Func<TMember, string> member)
    {
        // Models have value equality, which is slow.
        var byName = new Dictionary<ApiModel, ILookup<string, TType>>(ReferenceEqualityComparer.Instance);
        foreach (var version in history.Versions)
            byName[version.Model] = types(version.Model).ToLookup(name);
        return Grouped(Entries(history, types, name), type =>
        {
            var entries = Entries(history, model => byName[model][type.Identity].SelectMany(members), member);
            // Most members have the versions of their type. The others are in arrays that start with their versions.
            return new JProperty(type.Identity, new JArray(entries.Where(entry => entry.Versions == type.Versions)
                .Select(entry => (JToken)entry.Identity)
                .Concat(
                entries.Where(entry => entry.Versions != type.Versions).GroupBy(entry => entry.Versions)
                    .Select(group => new JArray(group.Select(entry => entry.Identity).Prepend(group.Key))))));
        });
    }

    private static string Member(string name, string wireName) => Identifier.Snake(name) == wireName ? name : $"{name}={wireName}";

    // Grouped by rule and owner: the member or an empty string, and the C# before and after.
    private static JObject Differences(VersionStep step) =>
        new(VisibleChanges(step).GroupBy(change => change.Rule.Id).Select(rule =>
            new JProperty(rule.Key, new JObject(rule.GroupBy(change => change.Owner).Select(owner =>
                new JProperty(owner.Key, new JArray(owner.Select(change =>
                    new JArray(change.Member ?? string.Empty, Abridged(change.Before), Abridged(change.After))))))))));

    private static JValue Abridged(string? declaration) => new(declaration is null ? null : Declaration.Abridged(declaration));

    // The catalog has the changes that show in C#. Migration pages also have the changes in the rules for values.
    private static IEnumerable<ApiChange> VisibleChanges(VersionStep step) =>
        step.Changes.Where(change => change.Impact != ChangeImpact.None && change.Rule.ShowsInCSharp);

    private static IEnumerable<OperationModel> OperationsOf(ApiModel model) => model.Clients.SelectMany(client => client.Operations);

    private static IEnumerable<OptionsModel> OptionsOf(ApiModel model) =>
        OperationsOf(model)
            .Select(operation => operation.Options)
            .OfType<OptionsModel>()
            .OrderBy(options => options.Name, StringComparer.Ordinal);

    // Each item once, in the order of the newest version that has it.
    private static List<Entry<T>> Entries<T>(VersionHistory history, Func<ApiModel, IEnumerable<T>> items, Func<T, string> identity) =>
    [
        .. history.Versions.Reverse()
        .SelectMany(version => items(version.Model).Select(item => (version.Version, Identity: identity(item), Item: item)))
            .GroupBy(found => found.Identity)
            .Select(found => new Entry<T>(
                found.Key,
                found.First().Item,
                string.Join(' ', found.Select(place => place.Version).Distinct().Reverse().Select(version => version.HeaderName)))),
    ];

    private sealed record Entry<T>(string Identity, T Newest, string Versions);
}
