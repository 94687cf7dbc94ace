using System.Globalization;

namespace Intercom.Generated.Runtime;

/// <summary>The position of a page: the name and value of the parameter that requests it.</summary>
internal readonly struct PageCursor(string kind, string value) : IEquatable<PageCursor>
{
    public const string StartingAfter = "starting_after";
    public const string Page = "page";
    public const string ScrollParam = "scroll_param";
    public const string Cursor = "cursor";

    /// <summary>The cursor in the next-page URLs of GET /events.</summary>
    public const string Before = "before";

    /// <summary>The parameters that can request a page.</summary>
    public static string[] Kinds { get; } = [StartingAfter, Page, ScrollParam, Cursor, Before];

    public string Kind { get; } = kind;

    public string Value { get; } = value;

    /// <summary>Creates a cursor from the name and value of a parameter. Returns null if they are not a cursor.</summary>
    public static PageCursor? From(string kind, string value) =>
        value.Length > 0
        && (kind is StartingAfter or ScrollParam or Cursor or Before
            || (kind is Page && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            ? new PageCursor(kind, value)
            : null;

    /// <summary>Parses a continuation.</summary>
    /// <exception cref="ArgumentException">The text is not a continuation.</exception>
    public static PageCursor Parse(string continuation)
    {
        var split = continuation.IndexOf('=');
        return (split < 0 ? null : From(continuation.Substring(0, split), continuation.Substring(split + 1)))
            ?? throw new ArgumentException(
                $"'{continuation}' is not a continuation. Pass the Continuation of an earlier page unchanged.", nameof(continuation));
    }

    public bool Equals(PageCursor other) => Kind == other.Kind && Value == other.Value;

    public override bool Equals(object? obj) => obj is PageCursor other && Equals(other);

    public override int GetHashCode() => unchecked((Kind.GetHashCode() * 397) ^ Value.GetHashCode());

    public override string ToString() => $"{Kind}={Value}";
}
