using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Serialization;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Detects types that Newtonsoft's serializer cannot read before a request is sent. Otherwise, a write would take effect, but its response
/// would be lost.
/// </summary>
[RequiresUnreferencedCode(Reason)]
[RequiresDynamicCode(Reason)]
internal static class UnreadableTypes
{
    private const string Reason = "Newtonsoft's serializer finds the members of a type by reflection.";

    /// <summary>Gets the reason why values of a type cannot be read, or null if they can.</summary>
    public static string? ReasonFor(Type type, IContractResolver contracts) => ReasonFor(type, contracts, isMember: false, []);

    private static string? ReasonFor(Type type, IContractResolver contracts, bool isMember, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return null;
        if (IsBase(type))
        {
            return $"{type} cannot be read, because it is a base class of this package or derives from one. "
                + "Use a type of a version package.";
        }

        if (IsKnown(type))
            return null;
        return contracts.ResolveContract(type) switch
        {
            { Converter.CanRead: true } => null,
            JsonArrayContract { CollectionItemType: { } item } => ReasonFor(item, contracts, isMember, seen),
            JsonDictionaryContract { DictionaryValueType: { } value } => ReasonFor(value, contracts, isMember, seen),
            // This is allowed for the type of a member, because the member can be absent or null.
            JsonObjectContract contract when !isMember && !CanCreate(type, contract) =>
                $"{type} cannot be created, because it is abstract or has several constructors but no parameterless constructor. "
                + "Use another type, or add a JsonConverter to it.",
            JsonObjectContract contract => contract.Properties
                .Where(property => !property.Ignored && property.Converter is null && property.PropertyType is not null)
                .Select(property => ReasonFor(property.PropertyType!, contracts, isMember: true, seen))
                .FirstOrDefault(reason => reason is not null),
            _ => null,
        };
    }

    private static bool IsBase(Type type) =>
        type == typeof(IntercomModel)
        || type == typeof(IntercomUnion)
        || (IsOfPackage(type) && !type.IsDefined(typeof(JsonCodecAttribute), inherit: false));

    private static bool IsKnown(Type type) => IsOfPackage(type) || type.IsDefined(typeof(JsonCodecAttribute), inherit: false);

    private static bool IsOfPackage(Type type) =>
        typeof(IntercomModel).IsAssignableFrom(type) || typeof(IntercomUnion).IsAssignableFrom(type);

    private static bool CanCreate(Type type, JsonObjectContract contract)
    {
        if (contract.OverrideCreator is not null || type.IsValueType)
            return true;
        return !type.IsAbstract && (contract.DefaultCreator is not null || type.GetConstructors().Length == 1);
    }
}
