using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that can be compared with one value or with several values.</summary>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class SearchField<T> : SearchField
{
    private protected SearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>Matches if the field has this value (<c>=</c>).</summary>
    public SearchExpression EqualTo(T value) => Compare(FilterOperators.EqualTo, Json(value, nameof(value)));

    /// <summary>Matches if the field has another value (<c>!=</c>). Items without a value can match too.</summary>
    public SearchExpression NotEqualTo(T value) => Compare(FilterOperators.NotEqualTo, Json(value, nameof(value)));

    /// <summary>Matches if the field has one of these values (<c>IN</c>).</summary>
    /// <remarks>Use it in place of a group of <see cref="EqualTo"/> filters.</remarks>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty or contains null.</exception>
    public SearchExpression In(params T[] values) => CompareList(FilterOperators.In, values, ToJson);

    /// <inheritdoc cref="In(T[])"/>
    public SearchExpression In(IEnumerable<T> values) => CompareList(FilterOperators.In, values, ToJson);

    /// <summary>Matches if the field has none of these values (<c>NIN</c>).</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty or contains null.</exception>
    public SearchExpression NotIn(params T[] values) => CompareList(FilterOperators.NotIn, values, ToJson);

    /// <inheritdoc cref="NotIn(T[])"/>
    public SearchExpression NotIn(IEnumerable<T> values) => CompareList(FilterOperators.NotIn, values, ToJson);

    private protected JValue Json(T value, string parameter) => value is null ? throw new ArgumentNullException(parameter) : ToJson(value);

    private protected abstract JValue ToJson(T value);
}
