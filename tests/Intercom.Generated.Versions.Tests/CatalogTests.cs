using System.Reflection;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The catalog matches the compiled package of each version exactly.</summary>
[TestFixtureSource(typeof(VersionSets), nameof(VersionSets.All))]
public sealed class CatalogTests(VersionUnderTest version)
{
    private ApiVersion Version => ApiVersion.Parse(version.Name);

    [Test]
    public void Operations_match_the_clients() =>
        Assert.That(
            ApiCatalog.Operations.Where(operation => operation.IsIn(Version)).Select(operation => $"{operation.Id} {DescriptionDocument.OperationKey(operation.Method, operation.Path)}"),
            Is.EquivalentTo(version.Methods.Select(operation => $"{IdOf(operation)} {DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path)}")));

    [Test]
    public void Finds_every_operation_by_name_and_by_request()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var operation in version.Methods)
            {
                Assert.That(ApiCatalog.FindOperation(IdOf(operation))?.IsIn(Version), Is.True, IdOf(operation));
                var key = DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path);
                var filled = string.Join('/', operation.Path.Split('/').Select((segment, i) => segment.StartsWith('{') ? $"id-{i}" : segment));
                foreach (var path in new[] { operation.Path, filled, filled.TrimStart('/') + "?page=2" })
                {
                    var found = ApiCatalog.FindOperation(operation.HttpMethod.ToLowerInvariant(), path);
                    Assert.That(found is null ? null : DescriptionDocument.OperationKey(found.Method, found.Path), Is.EqualTo(key), path);
                }
            }
        }
    }

    [Test]
    public void Types_match_the_package() =>
        Assert.That(
            ApiCatalog.Types.Where(type => type.IsIn(Version)).Select(type => $"{type.Kind} {type.Name}"),
            Is.EquivalentTo(GeneratedTypes().Select(type => $"{KindOf(type)} {type.Name}")));

    [Test]
    public void Members_match_the_types() =>
        Assert.That(
            ApiCatalog.Types.SelectMany(type => type.Members.Where(member => member.IsIn(Version)).Select(member => $"{type.Name}.{member.Name} {member.WireName}")),
            Is.EquivalentTo(GeneratedTypes().SelectMany(type => MembersOf(type).Select(member => $"{type.Name}.{member.Name} {member.WireName}"))));

    [Test]
    public void Finds_every_type_and_member_by_name()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var type in GeneratedTypes())
            {
                var found = ApiCatalog.FindType(type.Name);
                Assert.That(found?.IsIn(Version), Is.True, type.Name);
                foreach (var (name, wireName) in MembersOf(type))
                {
                    Assert.That(found?.FindMember(name)?.IsIn(Version), Is.True, $"{type.Name}.{name}");
                    if (wireName is not null && !MembersOf(type).Any(other => other.Name == wireName))
                        Assert.That(found?.FindMember(wireName)?.Name, Is.EqualTo(name), $"{type.Name}: {wireName}");
                }
            }
        }
    }

    [Test]
    public void Differences_refer_to_declarations_that_exist()
    {
        var surface = PublicSurface.Of(version.ClientType.Assembly);
        using (Assert.EnterMultipleScope())
        {
            foreach (var difference in ApiCatalog.Differences)
            {
                if (difference.From == Version && difference.Before is { } before)
                    Assert.That(IsDeclared(surface, before), Is.True, $"{difference}: {before}");
                if (difference.To == Version && difference.After is { } after)
                    Assert.That(IsDeclared(surface, after), Is.True, $"{difference}: {after}");
            }
        }
    }

    private static string IdOf(OperationMethod operation) =>
        $"{operation.Method.DeclaringType!.Name[..^"Client".Length]}.{operation.Method.Name[..^"Async".Length]}";

    private IEnumerable<Type> GeneratedTypes() => version.ClientType.Assembly.GetExportedTypes().Where(type => KindOf(type) is not null);

    // Options are the classes for the query parameters of a method.
    private CatalogTypeKind? KindOf(Type type) =>
        type.IsSubclassOf(typeof(IntercomModel)) ? CatalogTypeKind.Model
        : type.IsSubclassOf(typeof(IntercomUnion)) ? CatalogTypeKind.Union
        : typeof(IOpenEnum).IsAssignableFrom(type) ? CatalogTypeKind.OpenEnum
        : version.Methods.Any(operation => operation.Method.GetParameters().Any(parameter => parameter.ParameterType == type)) ? CatalogTypeKind.Options
        : null;

    private IEnumerable<(string Name, string? WireName)> MembersOf(Type type) => KindOf(type) switch
    {
        CatalogTypeKind.Model => type.JsonProperties().Select(property => (property.Name, (string?)property.JsonName())),
        CatalogTypeKind.OpenEnum => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, (string?)((IOpenEnum)property.GetValue(null)!).Value)),
        CatalogTypeKind.Union => type.GetMethods()
            .Where(method => method.Name.StartsWith("TryPick", StringComparison.Ordinal) && method.DeclaringType == type)
            .Select(method => (method.Name["TryPick".Length..], (string?)null)),
        _ => type.GetProperties().Where(property => property.DeclaringType == type).Select(property => (property.Name, WireNameOf(property))),
    };

    // The wire name of an option is only in the description of the operation that uses it.
    private string? WireNameOf(PropertyInfo option) =>
        version.Methods.Where(operation => operation.Method.GetParameters().Any(parameter => parameter.ParameterType == option.DeclaringType))
            .SelectMany(operation => operation.Parameters())
            .SelectMany(parameter => parameter["schema"]?["oneOf"] is { } cases
                ? cases.SelectMany(item => ((Newtonsoft.Json.Linq.JObject)version.Description.Resolve(item)["properties"]!).Properties().Select(property => property.Name))
                : [(string)parameter["name"]!])
            .First(name => string.Equals(Ledger.OptionName(option.DeclaringType!, name), option.Name, StringComparison.OrdinalIgnoreCase));

    // Catalog declarations are abbreviated. The public surface has one full line for each type and member.
    private static bool IsDeclared(string surface, string declaration)
    {
        if (declaration.StartsWith("class ", StringComparison.Ordinal) || declaration.StartsWith("struct ", StringComparison.Ordinal))
            return surface.Contains($".{declaration.Split(' ')[1]} : ", StringComparison.Ordinal) || surface.Contains($".{declaration.Split(' ')[1]}\n", StringComparison.Ordinal);
        var core = declaration.Replace("[Obsolete] ", string.Empty, StringComparison.Ordinal).Split(" = ")[0].Split(" => ")[0].TrimEnd(')');
        return surface.Contains($" {core}", StringComparison.Ordinal);
    }
}
