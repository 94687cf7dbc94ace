using System.Globalization;
using System.Text.RegularExpressions;

namespace Intercom.Generated.Build.Repository;

/// <summary>A version of the Intercom API, by the name that its folder in openapi/ has.</summary>
internal sealed partial record ApiVersion : IComparable<ApiVersion>
{
    private const string PreviewName = "preview";

    private readonly (int Major, int Minor) _number;

    private ApiVersion(string name, (int Major, int Minor) number)
    {
        Name = name;
        _number = number;
    }

    /// <summary>The name, such as <c>2.14</c> or <c>preview</c>.</summary>
    public string Name { get; }

    /// <summary>Whether this is Preview.</summary>
    public bool IsPreview => Name == PreviewName;

    /// <summary>The name as the Intercom-Version header has it: <c>2.14</c> or <c>Preview</c>.</summary>
    public string HeaderName => IsPreview ? "Preview" : Name;

    /// <summary>The package, which is also the namespace of its client.</summary>
    public string Package => $"Intercom.Generated.{(IsPreview ? "Preview" : $"V{Name.Replace('.', '_')}")}";

    /// <summary>The description's path in the upstream repository, where Preview lies in the folder 0.</summary>
    public string UpstreamPath => $"descriptions/{(Name == PreviewName ? "0" : Name)}/api.intercom.io.yaml";

    /// <summary>Reads a version name.</summary>
    public static ApiVersion? TryParse(string? name)
    {
        if (string.Equals(name, PreviewName, StringComparison.OrdinalIgnoreCase))
            return new ApiVersion(PreviewName, (int.MaxValue, 0));
        if (name is null || !Number.IsMatch(name))
            return null;
        var parts = name.Split('.');
        return new ApiVersion(
            name,
            (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether <c>info.version</c> of a description can mean this version.</summary>
    /// <remarks>Preview was published under other names (Unstable), but never under a number.</remarks>
    public bool IsDescribedAs(string infoVersion) => Name == PreviewName ? !Number.IsMatch(infoVersion) : infoVersion == Name;

    /// <summary>How many versions lie between this one and another, roughly: neighbours have the smallest distance.</summary>
    public long DistanceTo(ApiVersion other) =>
        Math.Abs((((long)_number.Major - other._number.Major) * 1000) + (_number.Minor - other._number.Minor));

    /// <inheritdoc />
    public int CompareTo(ApiVersion? other) => other is null ? 1 : _number.CompareTo(other._number);

    /// <inheritdoc />
    public override string ToString() => Name;

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
