using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations that work on state, by method and anonymous path.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<Call, Answer>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Call, IReadOnlyList<JObject>>> _lists = new(StringComparer.Ordinal);

    public void Add(string shape, Func<Call, Answer> answer) => _answers.Add(shape, answer);

    /// <summary>Adds an operation of which only the items differ; how they are paged is in its description.</summary>
    public void AddList(string shape, Func<Call, IReadOnlyList<JObject>> items) => _lists.Add(shape, items);

    public Answer? TryAnswer(Call call) => _answers.TryGetValue(call.Operation.Shape, out var answer) ? answer(call) : null;

    public IReadOnlyList<JObject>? TryList(Call call) => _lists.TryGetValue(call.Operation.Shape, out var items) ? items(call) : null;
}
