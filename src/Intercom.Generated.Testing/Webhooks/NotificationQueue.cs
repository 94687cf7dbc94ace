using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Webhooks;

/// <summary>The notifications that are to be sent, and when. Thread-safe.</summary>
internal sealed class NotificationQueue(FakeClock clock, string workspaceId)
{
    public const string PingTopic = "ping";

    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>A throttled notification that is later than this is dropped.</summary>
    private static readonly TimeSpan MaximumDelay = TimeSpan.FromHours(2);

    private readonly object _lock = new();
    private readonly List<PendingNotification> _pending = [];
    private HashSet<string>? _topics;
    private FakeWebhookOptions? _options;
    private Random _random = new(0);
    private DateTimeOffset _throttledUntil;
    private int _created;

    public int Count
    {
        get
        {
            lock (_lock)
                return _pending.Count;
        }
    }

    /// <summary>The number of notifications so far.</summary>
    public int CreatedCount
    {
        get
        {
            lock (_lock)
                return _created;
        }
    }

    /// <summary>Whether the endpoint ended the subscription.</summary>
    public bool IsDisabled { get; private set; }

    [SuppressMessage("Security", "CA5394", Justification = "A seed makes the deliveries of a test repeatable.")]
    public void Subscribe(FakeWebhookOptions options)
    {
        lock (_lock)
        {
            _options = options;
            _topics = options.Topics is null ? null : new HashSet<string>(options.Topics, StringComparer.Ordinal) { PingTopic };
            _random = new Random(options.Seed);
            _throttledUntil = default;
            IsDisabled = false;
        }
    }

    /// <summary>Whether an endpoint wants notifications of the topic.</summary>
    public bool Accepts(string topic)
    {
        lock (_lock)
            return _options is not null && !IsDisabled && _topics?.Contains(topic) != false;
    }

    [SuppressMessage("Security", "CA5394", Justification = "A seed makes the deliveries of a test repeatable.")]
    public void Add(string topic, JObject item)
    {
        lock (_lock)
        {
            var number = (++_created).ToString("x8", CultureInfo.InvariantCulture);
            var id = topic == PingTopic ? null : $"notif_{number}-fa4e-4d7c-8b00-0000{number}";
            var added = new PendingNotification(topic, id, workspaceId, item, clock.UtcNow);
            _pending.Add(added);
            if (_random.NextDouble() < _options!.DuplicateRate)
                _pending.Add(added.Duplicate());
        }
    }

    /// <summary>Removes the next notification that is due, or returns null if none is.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "A seed makes the deliveries of a test repeatable.")]
    public PendingNotification? TakeDue()
    {
        lock (_lock)
        {
            var now = clock.UtcNow;
            if (now < _throttledUntil)
                return null;
            var due = _pending.Where(notification => notification.DueAt <= now).ToList();
            if (due.Count == 0)
                return null;
            var taken = due[_options!.Shuffle ? _random.Next(due.Count) : 0];
            _pending.Remove(taken);
            return taken;
        }
    }

    /// <summary>Schedules the retry of a failed attempt.</summary>
    /// <param name="notification">The notification that was sent.</param>
    /// <param name="status">The status code of the response, or null if there was none.</param>
    public void Complete(PendingNotification notification, HttpStatusCode? status)
    {
        lock (_lock)
        {
            var now = clock.UtcNow;
            switch (status)
            {
                case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                    break;
                case HttpStatusCode.Gone:
                    IsDisabled = true;
                    _pending.Clear();
                    break;
                case TooManyRequests:
                    _throttledUntil = now + RetryDelay;
                    Retry(notification, now);
                    _pending.RemoveAll(waiting => _throttledUntil - waiting.CreatedAt > MaximumDelay);
                    break;
                case var _ when notification.Attempts == 1:
                    Retry(notification, now);
                    break;
                default:
                    break;
            }
        }
    }

    private void Retry(PendingNotification notification, DateTimeOffset now)
    {
        notification.DueAt = now + RetryDelay;
        _pending.Add(notification);
    }
}
