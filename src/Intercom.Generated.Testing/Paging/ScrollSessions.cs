using System.Globalization;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>The open scrolls. A list has at most one. A scroll ends with an empty page or after a minute without use.</summary>
internal sealed class ScrollSessions(FakeClock clock)
{
    private const int PageSize = 100;
    private const int LifetimeSeconds = 60;

    private readonly Dictionary<string, Session> _open = new(StringComparer.Ordinal);
    private int _count;

    /// <exception cref="Rejection">Another scroll is already open, or the requested scroll is not open.</exception>
    public (string Parameter, IReadOnlyList<JObject> Items) Read(string list, string? parameter, IReadOnlyList<JObject> items)
    {
        if (_open.TryGetValue(list, out var session) && clock.Now - session.UsedAt > LifetimeSeconds)
        {
            _open.Remove(list);
            session = null;
        }

        if (string.IsNullOrEmpty(parameter))
        {
            if (session is not null)
                throw new Rejection(400, "scroll_exists", "scroll already exists for this workspace");

            // A scroll returns the items that existed when it started.
            session = new Session($"c6d2d8c1-1676-4b72-9aa6-{(++_count).ToString("x12", CultureInfo.InvariantCulture)}",
                [.. items.Select(item => (JObject)item.DeepClone())]);
            _open[list] = session;
        }
        else if (session is null || session.Parameter != parameter)
        {
            throw new Rejection(404, "not_found", "scroll parameter not found", "scroll_param");
        }

        var page = session.Items.Skip(session.Position).Take(PageSize).ToList();
        session.Position += page.Count;
        session.UsedAt = clock.Now;
        if (page.Count == 0)
            _open.Remove(list);
        return (session.Parameter, page);
    }

    private sealed class Session(string parameter, IReadOnlyList<JObject> items)
    {
        public string Parameter { get; } = parameter;

        public IReadOnlyList<JObject> Items { get; } = items;

        public int Position { get; set; }

        public long UsedAt { get; set; }
    }
}
