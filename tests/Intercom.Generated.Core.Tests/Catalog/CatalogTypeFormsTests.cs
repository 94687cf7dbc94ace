namespace Intercom.Generated.Core.Tests.Catalog;

/// <summary>A type that is a union in one version and a model in another.</summary>
public class CatalogTypeFormsTests
{
    private static readonly ApiVersion Older = ApiVersion.Parse("2.1");
    private static readonly ApiVersion Newer = ApiVersion.Parse("2.2");

    private static readonly CatalogType Union = Type(CatalogTypeKind.Union, Older, ("Contact", null), ("Shared", null));
    private static readonly CatalogType Model = Type(CatalogTypeKind.Model, Newer, ("Id", "id"), ("Shared", "shared"));

    [Test]
    public void Shows_both_kinds()
    {
        var type = CatalogType.Of([Union, Model])!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(type.Versions, Is.EqualTo(new[] { Older, Newer }));
            Assert.That(type.Since, Is.EqualTo(Older));
            Assert.That(type.Kind, Is.EqualTo(CatalogTypeKind.Model));
            Assert.That(type.Forms, Is.EqualTo(new[] { Model, Union }));
            Assert.That(type.Members.Select(member => member.Name), Is.EquivalentTo(new[] { "Contact", "Shared", "Id" }));
        }
    }

    [Test]
    public void A_member_has_the_versions_of_both_kinds()
    {
        var type = CatalogType.Of([Union, Model])!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(type.FindMember("Contact")!.Versions, Is.EqualTo(new[] { Older }));
            Assert.That(type.FindMember("Id")!.Versions, Is.EqualTo(new[] { Newer }));
            Assert.That(type.FindMember("Shared")!.Versions, Is.EqualTo(new[] { Older, Newer }));
            Assert.That(type.FindMember("Shared")!.WireName, Is.EqualTo("shared"));
        }
    }

    [Test]
    public void A_type_of_one_kind_is_its_only_form() => Assert.That(CatalogType.Of([Union])!.Forms, Is.EqualTo(new[] { Union }));

    private static CatalogType Type(CatalogTypeKind kind, ApiVersion version, params (string Name, string? WireName)[] members) =>
        new("Thing", kind, [.. members.Select(member => new CatalogMember(member.Name, member.WireName, [version], []))], [version], []);
}
