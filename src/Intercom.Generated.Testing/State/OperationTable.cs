using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on stored data, by method and path without placeholder names.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<Call, FakeResponse>> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Call, IReadOnlyList<JObject>>> _lists = new(StringComparer.Ordinal);

    public void Add(string shape, Func<Call, FakeResponse> handler) => _handlers.Add(shape, handler);

    /// <summary>Adds a list operation by its items. The description determines the paging.</summary>
    public void AddList(string shape, Func<Call, IReadOnlyList<JObject>> items) => _lists.Add(shape, items);

    public FakeResponse? TryRespond(Call call) => _handlers.TryGetValue(call.Operation.Shape, out var handler) ? handler(call) : null;

    public IReadOnlyList<JObject>? TryList(Call call) => _lists.TryGetValue(call.Operation.Shape, out var items) ? items(call) : null;
}
