using System.Globalization;

namespace Intercom.Generated.Runtime;

/// <summary>Where a page starts: the parameter that asks for it and its value.</summary>
internal readonly struct PageCursor(string kind, string value) : IEquatable<PageCursor>
{
    public const string StartingAfter = "starting_after";
    public const string Page = "page";
    public const string ScrollParam = "scroll_param";
    public const string Cursor = "cursor";

    /// <summary>How the addresses of GET /events name the next page.</summary>
    public const string Before = "before";

    /// <summary>The parameters that can ask for a page.</summary>
    public static string[] Kinds { get; } = [StartingAfter, Page, ScrollParam, Cursor, Before];

    public string Kind { get; } = kind;

    public string Value { get; } = value;

    /// <summary>Reads the name and value of a parameter; null when they are no cursor.</summary>
    public static PageCursor? From(string kind, string value) =>
        value.Length > 0
        && (kind is StartingAfter or ScrollParam or Cursor or Before || (kind is Page && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            ? new PageCursor(kind, value)
            : null;

    /// <summary>Reads a continuation.</summary>
    /// <exception cref="ArgumentException">The text is no continuation of this package.</exception>
    public static PageCursor Parse(string continuation)
    {
        var split = continuation.IndexOf('=');
        return (split < 0 ? null : From(continuation.Substring(0, split), continuation.Substring(split + 1)))
            ?? throw new ArgumentException($"'{continuation}' is no continuation. Use the Continuation of an earlier page as it is.", nameof(continuation));
    }

    public bool Equals(PageCursor other) => Kind == other.Kind && Value == other.Value;

    public override bool Equals(object? obj) => obj is PageCursor other && Equals(other);

    public override int GetHashCode() => unchecked((Kind.GetHashCode() * 397) ^ Value.GetHashCode());

    public override string ToString() => $"{Kind}={Value}";
}
