using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that a search can compare. The derived types offer the operators that a field of their kind takes. <see cref="ContactFields"/>,
/// <see cref="ConversationFields"/>, <see cref="TicketFields"/> and <see cref="CompanyFields"/> hold the documented ones; the methods of this
/// type make one from any name.
/// </summary>
public abstract class SearchField
{
    private protected SearchField(string name, IReadOnlyList<string> operators)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("The name of a field cannot be empty.", nameof(name));
        Name = name;
        Operators = operators;
    }

    /// <summary>The name as Intercom knows it, such as <c>last_seen_at</c>.</summary>
    public string Name { get; }

    /// <summary>The operators that the field takes, as they are sent.</summary>
    public IReadOnlyList<string> Operators { get; }

    internal virtual bool IsSortable => true;

    /// <summary>A field that holds text.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static TextSearchField Text(string name) => new(name);

    /// <summary>A field that holds a number. It is given every operator for numbers; whether the resource takes each is Intercom's to say.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static NumberSearchField Number(string name) => new(name, FilterOperators.OfOrderedValues);

    /// <summary>A field that is true or false.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static BooleanSearchField Boolean(string name) => new(name);

    /// <summary>A field that holds a point in time. It is given every operator for times; whether the resource takes each is Intercom's to say.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static TimeSearchField Time(string name) => new(name, FilterOperators.OfOrderedValues);

    /// <summary>A field that is matched by calendar day: a custom attribute of the type date, or a time of a contact.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static DateSearchField Date(string name) => new(name);

    /// <summary>A field that holds the id of something.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    /// <param name="isNumeric">Whether the field is an integer to Intercom, so that ids are sent as JSON numbers.</param>
    public static IdentifierSearchField Identifier(string name, bool isNumeric = false) => new(name, isNumeric);

    /// <summary>A field that holds the ids of several things.</summary>
    /// <param name="name">The name as Intercom knows it.</param>
    public static IdentifierListSearchField IdentifierList(string name) => new(name);

    /// <summary>The field's name.</summary>
    public override string ToString() => Name;

    /// <summary>Gives a value the form in which it is sent; null when the field does not take it.</summary>
    internal abstract JValue? Accept(JValue value, string op);

    /// <summary>What the field takes, as part of a message.</summary>
    internal abstract string Expects(string op);

    internal string Refuses(string op) =>
        $"The field '{Name}' does not take {op}; it takes {string.Join(" ", Operators)}.";

    private protected SearchExpression Compare(string op, JToken value) =>
        Operators.Contains(op) ? SearchFilterExpression.Of(this, op, value) : throw new InvalidOperationException(Refuses(op));
}

/// <summary>A field that can be compared with one value or with several.</summary>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class SearchField<T> : SearchField
{
    private protected SearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>The field has this value (<c>=</c>).</summary>
    public SearchExpression EqualTo(T value) => Compare(FilterOperators.EqualTo, Json(value, nameof(value)));

    /// <summary>The field has another value (<c>!=</c>). What has no value at all may match too, as it does for contacts of Preview.</summary>
    public SearchExpression NotEqualTo(T value) => Compare(FilterOperators.NotEqualTo, Json(value, nameof(value)));

    /// <summary>The field has one of these values (<c>IN</c>), in place of a group of equal-to filters.</summary>
    /// <exception cref="ArgumentException">There is no value, or one is null.</exception>
    /// <exception cref="InvalidOperationException">The field does not take lists: the times of companies.</exception>
    public SearchExpression In(params T[] values) => Compare(FilterOperators.In, List(values));

    /// <inheritdoc cref="In(T[])"/>
    public SearchExpression In(IEnumerable<T> values) => Compare(FilterOperators.In, List(values));

    /// <summary>The field has none of these values (<c>NIN</c>).</summary>
    /// <exception cref="ArgumentException">There is no value, or one is null.</exception>
    /// <exception cref="InvalidOperationException">The field does not take lists: the times of companies.</exception>
    public SearchExpression NotIn(params T[] values) => Compare(FilterOperators.NotIn, List(values));

    /// <inheritdoc cref="NotIn(T[])"/>
    public SearchExpression NotIn(IEnumerable<T> values) => Compare(FilterOperators.NotIn, List(values));

    private protected JValue Json(T value, string parameter) => value is null ? throw new ArgumentNullException(parameter) : ToJson(value);

    private protected abstract JValue ToJson(T value);

    private JArray List(IEnumerable<T> values)
    {
        var list = new JArray();
        foreach (var value in values ?? throw new ArgumentNullException(nameof(values)))
            list.Add(value is null ? throw new ArgumentException("A value of the list is null.", nameof(values)) : ToJson(value));
        return list;
    }
}
