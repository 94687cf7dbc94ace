using System.Globalization;

namespace Intercom.Generated.Descriptions.Search;

/// <summary>A version label in a facts file, such as <c>2.16</c> or <c>preview</c>. Preview comes after every number.</summary>
internal readonly record struct FactsVersion(int Major, int Minor) : IComparable<FactsVersion>
{
    private static readonly FactsVersion Preview = new(int.MaxValue, 0);

    // Comes after every number and before Preview.
    private static readonly FactsVersion Newest = new(int.MaxValue - 1, 0);

    /// <summary>Reads a label, or returns null if the text is not a version.</summary>
    public static FactsVersion? Parse(string label)
    {
        if (string.Equals(label, "preview", StringComparison.OrdinalIgnoreCase))
            return Preview;
        var parts = label.Split('.');
        return parts.Length == 2 && TryParse(parts[0], out var major) && TryParse(parts[1], out var minor)
            ? new FactsVersion(major, minor)
            : null;
    }

    /// <summary>Reads the version of a description. A version with another name counts as newer than every number.</summary>
    public static FactsVersion OfDescription(string version) => Parse(version) ?? Newest;

    public int CompareTo(FactsVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Newest.Major;
}
