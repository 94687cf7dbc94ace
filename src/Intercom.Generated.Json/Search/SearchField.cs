using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field by which a search can filter. Each derived type offers exactly the operators that its fields take. The package of an API version
/// has the documented fields of each search, such as <c>ContactFields</c>. The methods of this type create a field from any name.
/// </summary>
public abstract class SearchField
{
    private protected SearchField(string name, IReadOnlyList<string> operators, bool isSortable = true)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("The name of a field cannot be empty.", nameof(name));
        Name = name;
        Operators = operators;
        IsSortable = isSortable;
    }

    /// <summary>The name of the field in the JSON of a query, such as <c>last_seen_at</c>.</summary>
    public string Name { get; }

    /// <summary>The operators that the field takes, as they are sent.</summary>
    public IReadOnlyList<string> Operators { get; }

    /// <summary>Whether results can be sorted by the field.</summary>
    public bool IsSortable { get; }

    /// <summary>Creates a field that holds text.</summary>
    /// <param name="name">The name in the JSON of a query.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static TextSearchField Text(string name) => new(name);

    /// <summary>Creates a field that holds a number. It offers every operator for numbers.</summary>
    /// <remarks>The API rejects the operators that it does not support for the field.</remarks>
    /// <inheritdoc cref="Text" path="/param|/exception"/>
    public static NumberSearchFieldWithBounds Number(string name) => new(name);

    /// <summary>Creates a field that is true or false.</summary>
    /// <inheritdoc cref="Text" path="/param|/exception"/>
    public static BooleanSearchField Boolean(string name) => new(name);

    /// <summary>Creates a field that holds a time. It offers every operator for times.</summary>
    /// <remarks>The API rejects the operators that it does not support for the field.</remarks>
    /// <inheritdoc cref="Text" path="/param|/exception"/>
    public static TimeSearchFieldWithListsAndBounds Time(string name) => new(name);

    /// <summary>Creates a field that holds a time and is filtered by calendar day.</summary>
    /// <inheritdoc cref="Text" path="/param|/exception"/>
    public static DateSearchField Date(string name) => new(name);

    /// <summary>Creates a field that holds an ID.</summary>
    /// <param name="name">The name in the JSON of a query.</param>
    /// <param name="isNumeric">Whether IDs are sent as JSON numbers instead of text. The default is false.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IdentifierSearchField Identifier(string name, bool isNumeric = false) => new(name, isNumeric);

    /// <summary>Creates a field that holds several IDs.</summary>
    /// <inheritdoc cref="Text" path="/param|/exception"/>
    public static IdentifierListSearchField IdentifierList(string name) => new(name);

    /// <summary>Returns the name of the field.</summary>
    public override string ToString() => Name;

    /// <summary>Converts a value to the form in which it is sent, or returns null if the field does not take the value.</summary>
    internal abstract JValue? Accept(JValue value, string op);

    /// <summary>The values that the field takes, as part of a message.</summary>
    internal abstract string Expects(string op);

    private protected SearchExpression Compare(string op, JToken value) => SearchFilterExpression.Of(this, op, value);

    private protected SearchExpression CompareList<T>(string op, IEnumerable<T> values, Func<T, JValue> toJson)
    {
        var list = new JArray();
        foreach (var value in values ?? throw new ArgumentNullException(nameof(values)))
            list.Add(value is null ? throw new ArgumentException("A value of the list is null.", nameof(values)) : toJson(value));
        return Compare(op, list);
    }
}
