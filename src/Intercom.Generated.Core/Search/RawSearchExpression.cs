using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A query in Intercom's own JSON.</summary>
internal sealed class RawSearchExpression : SearchExpression
{
    private readonly JObject _query;

    public RawSearchExpression(JObject query)
    {
        if (query is null)
            throw new ArgumentNullException(nameof(query));
        if (query["query"] is not null && query["operator"] is null)
        {
            throw new ArgumentException(
                "The JSON is a whole request. Give what stands in its query; use SortBy for its sort, and WithPageSize of the results for its pagination.",
                nameof(query));
        }

        _query = (JObject)query.DeepClone();
        Levels = SearchGroup.LevelsOf(_query);
    }

    internal override int Levels { get; }

    internal override JObject QueryJson() => (JObject)_query.DeepClone();
}
