using System.Collections;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>The items of a list in the form that the list shows, which is created only for the items of the requested page.</summary>
internal sealed class ListView(IReadOnlyList<JObject> items, Func<JObject, JObject> show) : IReadOnlyList<JObject>
{
    public int Count => items.Count;

    public JObject this[int index] => show(items[index]);

    public IEnumerator<JObject> GetEnumerator() => items.Select(show).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
