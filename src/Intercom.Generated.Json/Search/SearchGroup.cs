using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>Expressions of which all or any must match.</summary>
internal sealed class SearchGroup : SearchExpression
{
    public const string And = "AND";
    public const string Or = "OR";

    private const int MostLevels = 2;
    private const int MostFilters = 15;

    private readonly string _operator;
    private readonly IReadOnlyList<SearchExpression> _members;

    private SearchGroup(string op, IReadOnlyList<SearchExpression> members)
    {
        _operator = op;
        _members = members;
        Levels = 1 + members.Max(member => member.Levels);
    }

    internal override int Levels { get; }

    public static SearchExpression Of(string op, IEnumerable<SearchExpression> expressions)
    {
        var members = new List<SearchExpression>();
        foreach (var expression in expressions ?? throw new ArgumentNullException(nameof(expressions)))
        {
            switch (expression)
            {
                case null:
                    throw new ArgumentException("An expression of the group is null.", nameof(expressions));
                case SortedSearchExpression:
                    throw new ArgumentException(
                        "A sorted search cannot be part of a group. Combine the filters first and sort the result.", nameof(expressions));
                case SearchGroup group when group._operator == op:
                    members.AddRange(group._members);
                    break;
                default:
                    members.Add(expression);
                    break;
            }
        }

        if (members.Count == 0)
            throw new ArgumentException("A group of filters cannot be empty.", nameof(expressions));
        if (members.Count > MostFilters)
        {
            throw new ArgumentException(
                $"The {op} group has {members.Count} filters. A group can have at most {MostFilters}. "
                    + "For many values of one field, use In or NotIn.",
                nameof(expressions));
        }

        if (members.Count == 1)
            return members[0];
        var made = new SearchGroup(op, members);
        return made.Levels <= MostLevels
            ? made
            : throw new ArgumentException(
                $"The groups have {made.Levels} levels. They can have at most {MostLevels}, as in (a | b) & (c | d).", nameof(expressions));
    }

    /// <summary>Counts the levels of the groups in a query.</summary>
    public static int LevelsOf(JToken query) =>
        query is JObject { } json && IsGroup(json)
            ? 1 + ((json["value"] as JArray)?.Select(LevelsOf).DefaultIfEmpty(0).Max() ?? 0)
            : 0;

    internal override JObject QueryJson() => new()
    {
        ["operator"] = _operator,
        ["value"] = new JArray(_members.Select(member => member.QueryJson())),
    };

    private static bool IsGroup(JObject json) => json["operator"] is JValue { Value: And or Or };
}
