using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// Sends webhook notifications for the changes in a <see cref="FakeIntercom"/>. They have the envelope, the items, and the signature of
/// Intercom's notifications, and the same retry.
/// </summary>
/// <remarks>
/// Nothing is sent in the background. <see cref="DeliverAsync"/> sends the notifications that are due, so that a test controls when its
/// endpoint is called. All members are thread-safe.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Only the wait handle of a SemaphoreSlim needs disposal, and nothing requests it.")]
public sealed class FakeWebhooks
{
    /// <summary>Intercom waits this long for a response.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The number of notifications of the endpoint's own changes after which they are unlikely to end.</summary>
    private const int MaximumReactions = 10_000;

    private const string EndlessReaction =
        "The webhook endpoint caused more than 10,000 notifications in one delivery. It probably reacts to its own changes, such as a "
        + "reply to each conversation.admin.replied. Ignore those notifications, or set FakeWebhookOptions.Topics.";

    private readonly FakeClock _clock;
    private readonly NotificationQueue _queue;
    private readonly HubSignature _signature;
    private readonly Action _beforeDelivery;
    private readonly SemaphoreSlim _delivering = new(1, 1);
    private readonly List<FakeDelivery> _deliveries = [];
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _send;
    private Uri _url = new FakeWebhookOptions().Url;

    internal FakeWebhooks(FakeClock clock, NotificationQueue queue, string clientSecret, Action beforeDelivery)
    {
        _clock = clock;
        _queue = queue;
        _signature = new HubSignature(clientSecret);
        _beforeDelivery = beforeDelivery;
    }

    /// <summary>All attempts so far, in order.</summary>
    public IReadOnlyList<FakeDelivery> Deliveries
    {
        get
        {
            lock (_deliveries)
                return [.. _deliveries];
        }
    }

    /// <summary>The number of notifications that are still to be sent, including retries that are not due yet.</summary>
    public int PendingCount => _queue.Count;

    /// <summary>
    /// Whether the endpoint responded with 410, which ends the subscription. <see cref="SendTo(HttpClient, FakeWebhookOptions)"/> starts a
    /// new one.
    /// </summary>
    public bool IsDisabled => _queue.IsDisabled;

    /// <summary>
    /// Sends notifications of changes from now on, such as to a handler in the same process. An app has one endpoint, so this replaces the
    /// previous one.
    /// </summary>
    /// <param name="send">
    /// Receives each request. An <see cref="HttpRequestException"/> is a failed attempt. All other exceptions reach the caller of
    /// <see cref="DeliverAsync"/>.
    /// </param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FakeWebhookOptions.DuplicateRate"/> is not from 0 to 1.</exception>
    public void SendTo(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, FakeWebhookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(send);
        options ??= new FakeWebhookOptions();
        if (options.DuplicateRate is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.DuplicateRate, "FakeWebhookOptions.DuplicateRate must be a number from 0 to 1.");
        }

        _send = send;
        _url = options.Url;
        _queue.Subscribe(options);
    }

    /// <summary>
    /// Sends notifications of changes from now on with an HTTP client, such as to a URL on loopback or to a test server. An app has one
    /// endpoint, so this replaces the previous one.
    /// </summary>
    /// <param name="client">The client. Its base address is used if <see cref="FakeWebhookOptions.Url"/> is relative.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FakeWebhookOptions.DuplicateRate"/> is not from 0 to 1.</exception>
    public void SendTo(HttpClient client, FakeWebhookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        SendTo(client.SendAsync, options);
    }

    /// <summary>Adds a notification, such as one for an event that the fake does not simulate.</summary>
    /// <param name="topic">The topic, such as <c>conversation.operator.replied</c>.</param>
    /// <param name="item">The <c>data.item</c> of the notification.</param>
    /// <exception cref="InvalidOperationException">No endpoint is set.</exception>
    public void Raise(string topic, JObject item)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(item);
        Endpoint();
        if (_queue.Accepts(topic))
            _queue.Add(topic, (JObject)item.DeepClone());
    }

    /// <summary>Adds a ping, which has no ID.</summary>
    /// <exception cref="InvalidOperationException">No endpoint is set.</exception>
    public void Ping() =>
        Raise(NotificationQueue.PingTopic, new JObject { ["type"] = "ping", ["message"] = "something something interzen" });

    /// <summary>Sends the unsigned HEAD request with which Intercom checks an endpoint when it is saved.</summary>
    /// <returns>The status code of the response. Intercom accepts 200 to 299.</returns>
    /// <exception cref="InvalidOperationException">No endpoint is set.</exception>
    public async Task<HttpStatusCode> ProbeAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, _url);
        using var response = await Endpoint()(request, cancellationToken).ConfigureAwait(false);
        return response.StatusCode;
    }

    /// <summary>
    /// Sends the notifications that are due, one after the other, including those of changes that the endpoint makes meanwhile. A
    /// notification that fails, or has no response within 5 seconds of the fake's clock, is due again after 1 minute, once. Advance the
    /// clock and call this method again to send it.
    /// </summary>
    /// <param name="cancellationToken">Ends the delivery. Notifications that were not sent stay due.</param>
    /// <exception cref="InvalidOperationException">
    /// No endpoint is set, or the endpoint's own changes caused more than 10,000 notifications.
    /// </exception>
    public async Task DeliverAsync(CancellationToken cancellationToken = default)
    {
        Endpoint();
        await _delivering.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _beforeDelivery();
            var atStart = _queue.CreatedCount;
            while (_queue.TakeDue() is { } notification)
            {
                // An endpoint can be replaced while it handles a notification.
                await AttemptAsync(notification, Endpoint(), cancellationToken).ConfigureAwait(false);
                _beforeDelivery();
                if (_queue.CreatedCount - atStart > MaximumReactions)
                    throw new InvalidOperationException(EndlessReaction);
            }
        }
        finally
        {
            _delivering.Release();
        }
    }

    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Endpoint() =>
        _send ?? throw new InvalidOperationException("The fake has no webhook endpoint. Call FakeWebhooks.SendTo first.");

    private async Task AttemptAsync(
        PendingNotification notification,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var sentAt = _clock.UtcNow;
        var body = notification.StartAttempt(sentAt);
        HttpStatusCode? status = null;
        try
        {
            status = await SendAsync(body, send, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            // The endpoint is not reachable, which Intercom treats like any other error.
        }
        finally
        {
            var delivery = new FakeDelivery(notification.Topic, notification.Id, notification.Attempts, sentAt, body, status);
            lock (_deliveries)
                _deliveries.Add(delivery);
            _queue.Complete(notification, status);
        }
    }

    private async Task<HttpStatusCode?> SendAsync(
        string body, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var expired = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = _clock.CreateTimer(() => Expire(timeout, expired), ResponseTimeout);
        var sending = SendRequestAsync(body, send, timeout.Token);
        await Task.WhenAny(sending, expired.Task).ConfigureAwait(false);
        if (!expired.Task.IsCompleted)
            return await sending.ConfigureAwait(false);

        // The response is too late, and nothing else awaits its exception.
        _ = sending.ContinueWith(
            late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return null;
    }

    private static void Expire(CancellationTokenSource timeout, TaskCompletionSource<bool> expired)
    {
        expired.TrySetResult(true);
        timeout.Cancel();
    }

    private async Task<HttpStatusCode> SendRequestAsync(
        string body, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(body);
        using var response = await send(request, cancellationToken).ConfigureAwait(false);
        return response.StatusCode;
    }

    private HttpRequestMessage CreateRequest(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("intercom-parrot-service-client", "1.0"));
        request.Headers.Add(HubSignature.HeaderName, _signature.Sign(bytes));
        return request;
    }
}
