namespace Intercom.Generated.Descriptions;

/// <summary>The place of a schema in a description, which decides the name of its type.</summary>
/// <param name="Key">The key in the ledger.</param>
/// <param name="Name">The name of a component or a body, or null for a property.</param>
/// <param name="Property">The name of a property in JSON, or an empty string.</param>
/// <param name="OwnerType">The type that declares the property, or an empty string.</param>
/// <param name="IsItem">Whether the schema is that of the items of a list or the values of a map.</param>
internal sealed record SchemaPlace(string Key, string? Name, string Property, string OwnerType, bool IsItem)
{
    public SchemaPlace Item() => this with { Key = Key + "/[]", Name = Name is null ? null : Name + "Item", IsItem = true };
}
