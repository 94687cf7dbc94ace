using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on stored data, by method and path without placeholder names.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<Call, FakeResponse?>> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Call, IReadOnlyList<JObject>>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<FakeRequest, JObject>> _checks = new(StringComparer.Ordinal);

    /// <summary>Whether the operation has stored data.</summary>
    public bool Contains(string shape) => _handlers.ContainsKey(shape) || _lists.ContainsKey(shape);

    /// <summary>Adds an operation. If the handler returns null, the operation returns the list that was added too.</summary>
    public void Add(string shape, Func<Call, FakeResponse?> handler) => _handlers.Add(shape, handler);

    /// <summary>Adds a list operation by its items. The description determines the paging.</summary>
    public void AddList(string shape, Func<Call, IReadOnlyList<JObject>> items) => _lists.Add(shape, items);

    /// <summary>Adds a check of the body that runs before the description is applied, because its errors are documented.</summary>
    public void AddCheck(string shape, Action<JObject> check) => AddCheck(shape, (_, body) => check(body));

    /// <summary>Adds a check of the query and the body. An operation can have several checks.</summary>
    public void AddCheck(string shape, Action<FakeRequest, JObject> check) =>
        _checks[shape] = _checks.TryGetValue(shape, out var others) ? others + check : check;

    /// <exception cref="Rejection">The request violates a documented rule.</exception>
    public void Check(Operation operation, FakeRequest request, JObject body)
    {
        if (_checks.TryGetValue(operation.Shape, out var check))
            check(request, body);
    }

    public FakeResponse? TryRespond(Call call) => _handlers.TryGetValue(call.Operation.Shape, out var handler) ? handler(call) : null;

    public IReadOnlyList<JObject>? TryList(Call call) => _lists.TryGetValue(call.Operation.Shape, out var items) ? items(call) : null;
}
