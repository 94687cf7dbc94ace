using System.Globalization;

namespace Intercom.Generated;

/// <summary>
/// A version of the Intercom API, as sent in the <c>Intercom-Version</c> header. Versions are ordered by number, and
/// <see cref="Preview"/> sorts after all of them.
/// </summary>
public readonly partial struct ApiVersion : IEquatable<ApiVersion>, IComparable<ApiVersion>, IComparable
{
    private readonly string? _text;

    private ApiVersion(string text, int major, int minor)
    {
        _text = text;
        Major = major;
        Minor = minor;
    }

    /// <summary>The number before the dot, or <see cref="int.MaxValue"/> for <see cref="Preview"/>.</summary>
    public int Major { get; }

    /// <summary>The number after the dot, or 0 for <see cref="Preview"/>.</summary>
    public int Minor { get; }

    /// <summary>Whether this is <see cref="Preview"/>.</summary>
    public bool IsPreview => Major == int.MaxValue;

    /// <summary>
    /// Parses a version such as <c>2.14</c> or <c>Preview</c>. Case is ignored. The version does not have to be one that this package
    /// knows.
    /// </summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static ApiVersion Parse(string text) => TryParse(text, out var version)
        ? version
        : throw new FormatException($"'{text}' is not an Intercom API version. Use a version such as 2.14, or Preview.");

    /// <summary>Parses a version such as <c>2.14</c> or <c>Preview</c>. Case is ignored.</summary>
    /// <returns>False if the text is not a version.</returns>
    public static bool TryParse(string? text, out ApiVersion version)
    {
        foreach (var known in Known)
        {
            if (known._text == text)
            {
                version = known;
                return true;
            }
        }

        version = default;
        if (string.Equals(text, "Preview", StringComparison.OrdinalIgnoreCase))
        {
            version = Preview;
            return true;
        }

        var parts = text?.Split('.') ?? [];
        if (parts.Length != 2 || !TryParseNumber(parts[0], out var major) || !TryParseNumber(parts[1], out var minor))
            return false;
        version = new ApiVersion(string.Format(CultureInfo.InvariantCulture, "{0}.{1}", major, minor), major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ApiVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ApiVersion other => CompareTo(other),
        _ => throw new ArgumentException("Expected an ApiVersion.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(ApiVersion other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ApiVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Major * 397) ^ Minor);

    /// <summary>Returns the version as sent in the header, such as <c>2.14</c>.</summary>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>Whether two versions are the same.</summary>
    public static bool operator ==(ApiVersion left, ApiVersion right) => left.Equals(right);

    /// <summary>Whether two versions differ.</summary>
    public static bool operator !=(ApiVersion left, ApiVersion right) => !left.Equals(right);

    /// <summary>Whether the left version is older.</summary>
    public static bool operator <(ApiVersion left, ApiVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    public static bool operator >(ApiVersion left, ApiVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is older or the same.</summary>
    public static bool operator <=(ApiVersion left, ApiVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is newer or the same.</summary>
    public static bool operator >=(ApiVersion left, ApiVersion right) => left.CompareTo(right) >= 0;

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
