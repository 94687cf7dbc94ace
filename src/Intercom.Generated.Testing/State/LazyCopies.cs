using System.Collections;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Copies of stored resources. Each is made when it is read for the first time, because most tests read few of many.</summary>
internal sealed class LazyCopies(object sync, IReadOnlyList<JObject> stored) : IReadOnlyList<JObject>
{
    private readonly JObject?[] _copies = new JObject?[stored.Count];

    public int Count => _copies.Length;

    public JObject this[int index]
    {
        get
        {
            lock (sync)
                return _copies[index] ??= (JObject)stored[index].DeepClone();
        }
    }

    public IEnumerator<JObject> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
