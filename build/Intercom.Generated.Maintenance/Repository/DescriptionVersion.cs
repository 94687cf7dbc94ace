using System.Globalization;
using System.Text.RegularExpressions;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>The version of a description, identified by the name of its folder in openapi/.</summary>
internal sealed partial record DescriptionVersion : IComparable<DescriptionVersion>
{
    private const string PreviewName = "preview";

    private readonly (int Major, int Minor) _number;

    private DescriptionVersion(string name, (int Major, int Minor) number)
    {
        Name = name;
        _number = number;
    }

    /// <summary>The name, such as <c>2.14</c> or <c>preview</c>.</summary>
    public string Name { get; }

    /// <summary>Whether this is Preview.</summary>
    public bool IsPreview => Name == PreviewName;

    /// <summary>The value of the Intercom-Version header, such as <c>2.14</c> or <c>Preview</c>.</summary>
    public string HeaderName => IsPreview ? "Preview" : Name;

    /// <summary>The name of the package, which is also the namespace of the client.</summary>
    public string Package => $"Intercom.Generated.{(IsPreview ? "Preview" : $"V{Name.Replace('.', '_')}")}";

    /// <summary>The path of the description in the upstream repository. The folder of Preview is 0.</summary>
    public string UpstreamPath => $"descriptions/{(Name == PreviewName ? "0" : Name)}/api.intercom.io.yaml";

    /// <summary>Parses a version name. Returns null if it is not valid.</summary>
    public static DescriptionVersion? TryParse(string? name)
    {
        if (string.Equals(name, PreviewName, StringComparison.OrdinalIgnoreCase))
            return new DescriptionVersion(PreviewName, (int.MaxValue, 0));
        if (name is null || !Number.IsMatch(name))
            return null;
        var parts = name.Split('.');
        return new DescriptionVersion(
            name,
            (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether a value of <c>info.version</c> can stand for this version.</summary>
    /// <remarks>Preview has had other names, such as Unstable, but never a number.</remarks>
    public bool IsDescribedAs(string infoVersion) => Name == PreviewName ? !Number.IsMatch(infoVersion) : infoVersion == Name;

    /// <summary>Returns the approximate number of versions between this one and another.</summary>
    public long DistanceTo(DescriptionVersion other) =>
        Math.Abs((((long)_number.Major - other._number.Major) * 1000) + (_number.Minor - other._number.Minor));

    /// <inheritdoc />
    public int CompareTo(DescriptionVersion? other) => other is null ? 1 : _number.CompareTo(other._number);

    /// <inheritdoc />
    public override string ToString() => Name;

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
