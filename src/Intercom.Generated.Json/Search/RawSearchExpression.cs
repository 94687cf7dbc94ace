using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A query in the JSON of the API.</summary>
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
                "The JSON is a whole request. Pass the value of 'query'. Use SortBy to sort, and WithPageSize to set the page size.",
                nameof(query));
        }

        try
        {
            // Find a value that a request cannot contain here, rather than when the query is sent.
            _ = WireFormat.WriteRequest(query, JsonCodecs.Token, overrides: null);
        }
        catch (UnwritableValueException e)
        {
            throw new ArgumentException(e.Message, nameof(query), e);
        }

        _query = (JObject)query.DeepClone();
        Levels = SearchGroup.LevelsOf(_query);
    }

    internal override int Levels { get; }

    internal override JObject QueryJson() => (JObject)_query.DeepClone();
}
