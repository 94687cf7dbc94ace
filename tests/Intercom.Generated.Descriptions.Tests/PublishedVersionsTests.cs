using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The versions as they are in openapi/.</summary>
public sealed class PublishedVersionsTests
{
    private static readonly string[] Versions = Directory.GetFiles(Folder(), "description.json", SearchOption.AllDirectories)
        .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal).ToArray();

    // The numbers of operations and lists, counted by hand.
    private static readonly Dictionary<string, (int Operations, int Lists)> Known = new()
    {
        ["2.11"] = (108, 31),
        ["2.12"] = (118, 34),
        ["2.14"] = (154, 40),
        ["preview"] = (256, 70),
    };

    private static readonly Regex ValidName = new("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant);
    private static readonly Regex NumberedName = new(@"(Body|Response|Anonymous|Data|Item)\d+$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, Lazy<ApiModel>> Models =
        Versions.ToDictionary(version => version, version => new Lazy<ApiModel>(() => ApiModelReader.Read(Files(version))));

    [TestCaseSource(nameof(Versions))]
    public void Reads_a_version_without_problems(string folder)
    {
        var model = Models[folder].Value;
        var described = DescriptionOperations.Of(Corrected(folder)).Count();

        using (Assert.EnterMultipleScope())
        {
            // A name that the ledger lacks is a problem too.
            Assert.That(model.Problems.Select(problem => problem.Message), Is.Empty);
            Assert.That(model.Version.ToLowerInvariant(), Is.EqualTo(folder));
            Assert.That(Operations(model).Count(), Is.EqualTo(described).And.GreaterThan(50));
            if (Known.TryGetValue(folder, out var known))
                Assert.That((Operations(model).Count(), Operations(model).Count(operation => operation.Paging is not null)), Is.EqualTo(known));
        }
    }

    // If only one of two versions has a correction for the same place, the other one lacks it.
    [Test]
    public void Equal_places_have_equal_corrections_in_every_version()
    {
        var places = Versions.SelectMany(version =>
        {
            var corrected = Places(Corrected(version)).ToDictionary(place => place.Name, place => place.Node);
            return Places(DescriptionDocument.ParseObject(Files(version).Description))
                .Select(place => (Version: version, place.Name, Published: Text(place.Node), Corrected: Text(corrected.GetValueOrDefault(place.Name))));
        });

        var differences = places.GroupBy(place => (place.Name, place.Published)).Where(same => same.Select(place => place.Corrected).Distinct().Count() > 1)
            .Select(same => $"{same.Key.Name}: {string.Join(" | ", same.GroupBy(place => place.Corrected).Select(form => string.Join(' ', form.Select(place => place.Version))))}")
            .ToList();

        // Preview describes the topics that Fin assigns, which 2.16 does not have. Companies have notes from 2.15 on.
        Assert.That(differences, Is.SubsetOf(["conversation_list_item: 2.16 | preview", "note: 2.12 2.13 2.14 | 2.15"]), string.Join('\n', differences));

        static string Text(JToken? node) => Sorted(node)?.ToString(Newtonsoft.Json.Formatting.None) ?? "removed";

        static JToken? Sorted(JToken? node) => node switch
        {
            JObject members => new JObject(members.Properties().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => new JProperty(member.Name, Sorted(member.Value)))),
            JArray items => new JArray(items.Select(Sorted)),
            _ => node,
        };

        // The header of a version and the names of placeholders differ for the same operation.
        static IEnumerable<(string Name, JToken Node)> Places(JObject description) =>
            ((JObject)description["components"]!["schemas"]!).Properties().Where(schema => schema.Name != "intercom_version").Select(schema => (schema.Name, schema.Value))
            .Concat(DescriptionOperations.Of(description).Select(operation => (operation.Key, (JToken)operation.Node)));
    }

    [Test]
    public void All_correction_groups_of_a_version_fit()
    {
        var shared = Overlay.Parse(File.ReadAllText(Path.Combine(Folder(), Corrections.SharedFileName)), Corrections.SharedFileName);
        var unused = shared.Actions.Select(action => action.Index).ToHashSet();
        foreach (var version in Versions)
        {
            shared.ApplyFitting(DescriptionDocument.ParseObject(Files(version).Description), out var misfits);
            unused.IntersectWith(misfits.Select(misfit => misfit.Action.Index));
        }

        Assert.That(unused.Select(index => shared.Actions[index].Target), Is.Empty, "No version has the place any more: remove these actions.");
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_API_has_a_summary(string version)
    {
        var files = Files(version);
        var texts = DocumentationTexts.Parse(files.Docs!);
        ApiModelBuilder.Build(Corrected(version), NameLedger.Parse(files.Names!), texts);
        Assert.That(texts.Missing, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Reading_twice_returns_equal_models(string version) => Assert.That(ApiModelReader.Read(Files(version)), Is.EqualTo(Models[version].Value));

    [TestCaseSource(nameof(Versions))]
    public void Every_name_is_valid_in_CSharp(string version)
    {
        var model = Models[version].Value;
        var names = TypeNames(model)
            .Concat(Operations(model).SelectMany(operation => new[] { operation.Client, operation.Name }.Concat((operation.Options?.Parameters ?? default).Select(parameter => parameter.Name))))
            .Concat(model.Objects.SelectMany(type => type.Properties.Select(property => property.Name)))
            .Concat(model.Unions.SelectMany(type => type.Cases.Select(item => item.Name)))
            .Concat(model.Enums.SelectMany(type => type.Members.Select(member => member.Name)))
            .Concat(Operations(model).SelectMany(operation => operation.PathParameters.Concat(operation.RequiredQuery)).Select(parameter => Identifier.Pascal(parameter.Name)))
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.Count.GreaterThan(1000));
            Assert.That(names.Where(name => !ValidName.IsMatch(name)), Is.Empty);
            Assert.That(TypeNames(model).Concat(Operations(model).Select(operation => operation.Name)).Where(name => NumberedName.IsMatch(name)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_name_is_unique_in_its_scope(string version)
    {
        var model = Models[version].Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(TypeNames(model), Is.Unique);
            Assert.That(Operations(model).Select(operation => operation.Client + operation.Name), Is.Unique);
            foreach (var operation in Operations(model))
                Assert.That(operation.PathParameters.Concat(operation.RequiredQuery).Select(parameter => parameter.Name), Is.Unique, operation.Id);
            foreach (var type in model.Objects)
                Assert.That(type.Properties.Select(property => property.Name).Append(type.Name), Is.Unique, type.Name);
            foreach (var type in model.Enums)
                Assert.That(type.Members.Select(member => member.Name).Append(type.Name), Is.Unique, type.Name);
            foreach (var type in model.Unions)
            {
                Assert.That(type.Cases.Select(item => item.Name), Is.Unique, type.Name);
                Assert.That(type.Cases.Select(item => item.Type.CSharp), Is.Unique, type.Name);
                Assert.That(type.Cases, Has.Count.GreaterThan(1), type.Name);
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void No_type_hides_an_imported_type(string version)
    {
        string[] implicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        var seen = new[] { typeof(object), typeof(Queue<>), typeof(Enumerable), typeof(HttpClient), typeof(Uri), typeof(Console), typeof(SortedSet<>), typeof(Parallel), typeof(FileInfo) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => implicitUsings.Contains(type.Namespace))
            .Select(type => type.Name.Split('`')[0])
            .ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Does.Contain("Task").And.Contain("HttpMethod").And.Contain("Version"));
            Assert.That(TypeNames(Models[version].Value).Where(seen.Contains), Is.Empty);
        }
    }

    [Test]
    public void An_operation_has_the_same_name_in_every_version()
    {
        var ledger = NameLedger.Parse(Files(Versions[0]).Names!);
        var named = Versions.SelectMany(version => Operations(Models[version].Value)).GroupBy(
            operation => DescriptionDocument.OperationKey(operation.Method, operation.Path),
            operation => $"{operation.Id}({string.Join(", ", operation.PathParameters.Select(parameter => parameter.Name))})").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Count(operation => operation.Count() > 1), Is.GreaterThan(100));
            // A path that is a different operation in some versions has an entry for each version.
            Assert.That(
                named.Where(operation => operation.Distinct().Count() > 1 && !ledger.Operations.Keys.Any(key => key.StartsWith(operation.Key + "@", StringComparison.Ordinal)))
                    .Select(operation => operation.Key),
                Is.Empty);
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void A_method_name_shows_whether_the_operation_returns_a_list(string version) =>
        Assert.That(
            Operations(Models[version].Value).Where(operation => !OperationNaming.CanName(operation.Name, operation.Paging is not null)).Select(operation => operation.Id),
            Is.Empty);

    [Test]
    public void A_schema_has_the_same_name_in_every_version()
    {
        var names = Versions.SelectMany(version => Models[version].Value.Objects.Select(type => (type.Key, type.Name))
            .Concat(Models[version].Value.Unions.Select(type => (type.Key, type.Name)))).Distinct().ToList();

        Assert.That(names.Select(entry => entry.Key), Is.Unique);
    }

    [TestCaseSource(nameof(Versions))]
    public void No_described_schema_is_raw_JSON(string version)
    {
        var document = SchemaNormalizer.Normalize(Corrected(version));
        var schemas = (JObject)document["components"]!["schemas"]!;

        var raw = (from type in Models[version].Value.Objects
                   from property in type.Properties
                   where IsRaw(property.Type)
                   select (Place: $"{type.Key}/{property.WireName}", Schema: Find(schemas, type.Key)?["properties"]?[property.WireName] as JObject)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(raw.Where(entry => entry.Schema is not null && SaysMore(entry.Schema, schemas)).Select(entry => entry.Place), Is.Empty);
            Assert.That(Models[version].Value.Objects.Sum(type => type.Properties.Count), Is.GreaterThan(1000));
        }
    }

    private static bool IsRaw(TypeReference type) => type.Kind == TypeKind.Any || (type.Element is { } element && IsRaw(element));

    private static bool SaysMore(JObject schema, JObject schemas)
    {
        if ((string?)schema["$ref"] is { } reference)
            return SaysMore((JObject)schemas[SchemaNormalizer.ComponentKey(reference)!]!, schemas);
        return (string?)schema["type"] switch
        {
            "array" => schema["items"] is JObject items && SaysMore(items, schemas),
            "object" or null => schema["properties"] is { HasValues: true } || schema["oneOf"] is not null || schema["enum"] is not null
                || (schema["additionalProperties"] is JObject values && SaysMore(values, schemas)),
            _ => true,
        };
    }

    // Returns the schema of a key, or null for a schema in an operation or a case of a union.
    private static JObject? Find(JObject schemas, string key)
    {
        var steps = key.Split('/');
        return steps.Skip(1).Aggregate(schemas[steps[0]] as JObject, (schema, step) =>
            step == "[]" ? (schema?["items"] ?? schema?["additionalProperties"]) as JObject : schema?["properties"]?[step] as JObject);
    }

    private static IEnumerable<OperationModel> Operations(ApiModel model) => model.Clients.SelectMany(client => client.Operations);

    private static IEnumerable<string> TypeNames(ApiModel model) =>
        model.Objects.Select(type => type.Name)
            .Concat(model.Unions.Select(type => type.Name))
            .Concat(model.Enums.Select(type => type.Name))
            .Concat(Operations(model).Where(operation => operation.Options is not null).Select(operation => operation.Options!.Name))
            .Concat(model.Clients.Select(client => client.Name + "Client"))
            .Append("IntercomClient")
            .Append("IntercomOperations");

    private static DescriptionFiles Files(string version)
    {
        var folder = Folder();
        return new DescriptionFiles(Text(version, "description.json")!, Text(version, Corrections.OwnFileName), Text("names.json"), Text("docs.json"))
        {
            SharedOverlay = Text(Corrections.SharedFileName),
        };

        string? Text(params string[] path) => File.Exists(Path.Combine([folder, .. path])) ? File.ReadAllText(Path.Combine([folder, .. path])) : null;
    }

    private static JObject Corrected(string version)
    {
        var files = Files(version);
        return Corrections.Parse(
            new OverlayFile(files.SharedOverlay!, Corrections.SharedFileName),
            files.Overlay is null ? null : new OverlayFile(files.Overlay, Corrections.OwnFileName)).Apply(DescriptionDocument.ParseObject(files.Description));
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "openapi", "names.json")))
                return Path.Combine(folder.FullName, "openapi");
        }

        throw new DirectoryNotFoundException("The folder openapi/ is not above the test assembly.");
    }
}
