namespace Intercom.Generated.Testing;

/// <summary>A rule of what a recording replaces: a name of JSON properties and query parameters, and the kind of the replacement.</summary>
/// <remarks>
/// <para>
/// The string or number of a matching property is replaced, also in an array. A number is replaced by the number of its value. If the name
/// is a pattern such as <c>location.*</c>, all strings and numbers in an object are replaced, too, except <c>type</c> and <c>id</c>.
/// </para>
/// <para>
/// The filters of a search are replaced by the name in <c>field</c>, and a path such as <c>/find_by_external_id/7</c> by the name in the
/// path.
/// </para>
/// </remarks>
public sealed class RedactionRule
{
    private readonly string? _parent;
    private readonly string _name;

    /// <summary>Creates a rule.</summary>
    /// <param name="property">
    /// The name, which can start or end with <c>*</c>, such as <c>*_email</c>. A name after a dot matches only inside the property before
    /// it, such as <c>location.*</c>. Case is ignored.
    /// </param>
    /// <param name="kind">The kind of the replacement.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public RedactionRule(string property, RedactionKind kind)
    {
        if (string.IsNullOrWhiteSpace(property))
            throw new ArgumentException("Specify the name of a property, such as email or *_email.", nameof(property));
        Property = property;
        Kind = kind;
        var dot = property.LastIndexOf('.');
        _parent = dot < 0 ? null : property.Substring(0, dot);
        _name = property.Substring(dot + 1);
    }

    /// <summary>The name.</summary>
    public string Property { get; }

    /// <summary>The kind of the replacement.</summary>
    public RedactionKind Kind { get; }

    /// <summary>Whether the rule applies to everything in an object.</summary>
    internal bool IsDeep => _name.Contains('*');

    /// <inheritdoc />
    public override string ToString() => $"{Property}: {Kind}";

    internal bool Matches(string? parent, string name)
    {
        if (_parent is not null && (parent is null || !IsMatch(_parent, parent)))
            return false;
        return IsMatch(_name, name) && !(_name.Contains('*') && name is "type" or "id");
    }

    private static bool IsMatch(string pattern, string name)
    {
        var core = pattern.Trim('*');
        const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;
        return (pattern.StartsWith("*", StringComparison.Ordinal), pattern.EndsWith("*", StringComparison.Ordinal)) switch
        {
            (true, true) => name.Contains(core, Comparison),
            (true, false) => name.EndsWith(core, Comparison),
            (false, true) => name.StartsWith(core, Comparison),
            _ => string.Equals(name, core, Comparison),
        };
    }
}
