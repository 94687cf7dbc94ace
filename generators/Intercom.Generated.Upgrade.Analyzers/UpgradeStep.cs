using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade;

/// <summary>The changes from a version of the API to the next one, which the package of the older version carries.</summary>
internal sealed class UpgradeStep
{
    /// <summary>The key of the assembly metadata with the changes.</summary>
    public const string MetadataKey = "Intercom.Generated.Upgrade";

    private const string Format = "1";

    private UpgradeStep(string[] header, IEnumerable<UpgradeItem> items)
    {
        (FromVersion, FromNamespace, ToVersion, ToNamespace) = (header[1], header[2], header[3], header[4]);
        Items = items.ToLookup(item => (item.Type, item.Member));
        CreationItems = Items.SelectMany(group => group).Where(item => item.Place == UpgradePlace.New)
            .ToLookup(item => item.Type, StringComparer.Ordinal);
    }

    public string FromVersion { get; }

    public string FromNamespace { get; }

    public string ToVersion { get; }

    public string ToNamespace { get; }

    /// <summary>The changes by type and member.</summary>
    public ILookup<(string Type, string? Member), UpgradeItem> Items { get; }

    /// <summary>The changes that affect code that creates an object, by type.</summary>
    public ILookup<string, UpgradeItem> CreationItems { get; }

    /// <summary>Whether there are types that no longer convert to a union.</summary>
    public bool HasConversions => Items.Any(group => group.Key.Member == UpgradeFinder.Conversion);

    /// <summary>Reads the changes that an assembly carries. Returns null if it carries none, or in a format that is not known.</summary>
    public static UpgradeStep? Read(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "AssemblyMetadataAttribute"
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is MetadataKey
                && attribute.ConstructorArguments[1].Value is string text)
            {
                return Parse(text);
            }
        }

        return null;
    }

    /// <summary>Reads the changes. Returns null if the format is not known.</summary>
    public static UpgradeStep? Parse(string text)
    {
        var lines = text.Replace("\r", string.Empty).Split('\n');
        var header = lines[0].Split('\t');
        return header.Length >= 5 && header[0] == Format
            ? new UpgradeStep(header, lines.Skip(1).Select(UpgradeItem.Parse).OfType<UpgradeItem>())
            : null;
    }
}
