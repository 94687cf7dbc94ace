using System.Net;
using Intercom.Generated.V2_16;
using Intercom.Generated.V2_16.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Handles acknowledged notifications: which handlers run, how often, and when.</summary>
public sealed class HandlingTests
{
    private readonly Inbox _inbox = new();
    private readonly List<string> _calls = [];

    [Test]
    public async Task Calls_the_handlers_of_the_topic_then_of_the_item_then_of_all()
    {
        await using var application = await StartAsync(webhooks => webhooks
            .AddHandler<IntercomNotification>(_inbox.AddAsync)
            .AddHandler<IntercomNotification>((_, _) => Called("all"))
            .AddHandler<IntercomNotification<Conversation>>((notification, _) => Called($"item {notification.Item.Id}"))
            .AddHandler<ConversationUserCreated>((notification, _) => Called($"topic {notification.Item.Id}"))
            .AddHandler<ConversationUserReplied>((_, _) => Called("other topic"))
            .AddHandler<IntercomNotification<Contact>>((_, _) => Called("other item")));
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await application.StopAsync();

        Assert.That(_calls, Is.EqualTo(new[] { "topic 42", "item 42", "all" }));
    }

    [Test]
    public async Task Resolves_handlers_in_a_scope_for_each_notification()
    {
        await using var application = await StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton(_calls).AddScoped<Scope>().AddScoped<IIntercomWebhookHandler<IntercomNotification>, ScopedHandler>();
            webhooks.AddHandler<ConversationUserCreated, ScopedHandler>();
        });
        using var first = await application.PostAsync(Notifications.Conversation("notif_1"));
        using var second = await application.PostAsync(Notifications.Conversation("notif_2"));
        await application.StopAsync();

        Assert.That(_calls, Has.Count.EqualTo(4));
        Assert.That(_calls.Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Retries_a_failed_handler_with_growing_delays_and_then_gives_up()
    {
        var clock = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromMinutes(1) };
        await using var application = await Application.StartAsync(
            services => services.AddIntercomWebhooks(Notifications.Configure).AddHandler<ConversationUserCreated>((_, _) =>
            {
                _calls.Add("call");
                throw new InvalidOperationException("The database is locked.");
            }),
            clock: clock);
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await application.Log.WaitAsync(message => message.Text == "Notification notif_1 (conversation.user.created) failed after 5 attempts, and will not be retried.");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_calls, Has.Count.EqualTo(5));
        Assert.That(
            clock.Skipped.Where(delay => delay.TotalSeconds is 2 or 4 or 8 or 16).Select(delay => delay.TotalSeconds), Is.EqualTo(new[] { 2, 4, 8, 16 }));
    }

    [Test]
    public async Task Calls_all_handlers_again_after_one_failed()
    {
        var failures = 1;
        await using var application = await StartAsync(webhooks => webhooks
            .AddHandler<ConversationUserCreated>((_, _) => Called("first"))
            .AddHandler<ConversationUserCreated>((_, _) => failures-- > 0 ? throw new InvalidOperationException() : Called("second")));
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await application.Log.WaitAsync(message => message.Text.Contains("Attempt 2 follows", StringComparison.Ordinal));
        await application.StopAsync();

        Assert.That(_calls, Is.EqualTo(new[] { "first", "first", "second" }));
    }

    [Test]
    public async Task Cancels_a_handler_that_takes_too_long()
    {
        var isCanceled = new TaskCompletionSource();
        var isStarted = new TaskCompletionSource();
        await using var application = await StartAsync(webhooks => webhooks.AddHandler<ConversationUserCreated>(UntilCanceled(isStarted, isCanceled)));
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await isStarted.Task;
        application.Clock.Advance(TimeSpan.FromMinutes(5));
        await isCanceled.Task;
        await application.Log.WaitAsync(message => message.Text.Contains("Attempt 2 follows", StringComparison.Ordinal));

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await application.StopAsync(stop.Token);
    }

    [Test]
    public async Task Responds_with_503_when_the_queue_is_full_and_loses_nothing()
    {
        var release = new TaskCompletionSource();
        await using var application = await StartAsync(
            webhooks => webhooks.AddHandler<IntercomNotification>(async (notification, cancellationToken) =>
            {
                await release.Task;
                await _inbox.AddAsync(notification, cancellationToken);
            }),
            options => options.QueueCapacity = 10);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 15; i++)
        {
            using var response = await application.PostAsync(Notifications.Conversation($"notif_{i}"));
            statuses.Add(response.StatusCode);
        }

        Assert.That(statuses.Count(status => status == HttpStatusCode.OK), Is.EqualTo(10));
        Assert.That(statuses.Skip(10), Is.All.EqualTo(HttpStatusCode.ServiceUnavailable));
        release.SetResult();
        for (var i = 0; i < 10; i++)
            await _inbox.NextAsync();

        // Rejected ones are not duplicates when they arrive again.
        for (var i = 10; i < 15; i++)
        {
            using var response = await PostUntilAcceptedAsync(application, Notifications.Conversation($"notif_{i}"));
            await _inbox.NextAsync();
        }
    }

    [Test]
    public async Task Handles_everything_that_was_acknowledged_before_the_application_stops()
    {
        await using var application = await StartAsync(webhooks => webhooks.AddHandler<IntercomNotification>(async (notification, cancellationToken) =>
        {
            await Task.Yield();
            await _inbox.AddAsync(notification, cancellationToken);
        }));
        for (var i = 0; i < 200; i++)
        {
            using var response = await application.PostAsync(Notifications.Conversation($"notif_{i}"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        await application.StopAsync();
        Assert.That(_inbox.Count, Is.EqualTo(200));
    }

    [Test]
    public async Task Reports_what_it_could_not_handle_before_the_application_stopped()
    {
        var isStarted = new TaskCompletionSource();
        await using var application = await StartAsync(webhooks => webhooks.AddHandler<IntercomNotification>(async (_, cancellationToken) =>
        {
            isStarted.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }));
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await isStarted.Task;
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await application.StopAsync(stop.Token);

        Assert.That(application.Log.Messages, Does.Contain((LogLevel.Error, "The application stopped before 1 acknowledged notifications were handled.")));
    }

    [Test]
    public async Task Handles_at_most_the_configured_number_at_once()
    {
        var running = 0;
        var most = 0;
        await using var application = await StartAsync(
            webhooks => webhooks.AddHandler<IntercomNotification>(async (notification, cancellationToken) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                for (var i = 0; i < 100; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref running);
                await _inbox.AddAsync(notification, cancellationToken);
            }),
            options => options.MaxConcurrency = 2);
        for (var i = 0; i < 20; i++)
            (await application.PostAsync(Notifications.Conversation($"notif_{i}"))).Dispose();
        await application.StopAsync();

        Assert.That(_inbox.Count, Is.EqualTo(20));
        Assert.That(most, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task Keeps_several_apps_apart()
    {
        await using var application = await Application.StartAsync(
            services =>
            {
                services.AddIntercomWebhooks(Notifications.Configure).AddHandler<IntercomNotification>((_, _) => Called("default"));
                services.AddIntercomWebhooks("eu", options =>
                {
                    options.ClientSecrets.Add("secret of eu");
                    options.Topics = V2_14.Webhooks.IntercomWebhooks.Topics;
                }).AddHandler<V2_14.Webhooks.ConversationUserCreated>((_, _) => Called("eu"));
            },
            application =>
            {
                application.MapIntercomWebhooks(Application.Path);
                application.MapIntercomWebhooks("/intercom/eu", "eu");
            });
        var body = Notifications.Conversation("notif_1");
        using var accepted = await application.PostAsync(body, Notifications.Sign(body, "secret of eu"), "/intercom/eu");
        using var rejected = await application.PostAsync(body, Notifications.Sign(body, "secret of eu"), Application.Path);
        await application.StopAsync();

        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(rejected.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(_calls, Is.EqualTo(new[] { "eu" }));
    }

    [Test]
    public async Task Gives_up_a_body_that_is_not_valid_json_before_its_end()
    {
        await using var application = await StartAsync(webhooks => webhooks.AddHandler<IntercomNotification>(_inbox.AddAsync));
        using var response = await application.PostAsync("{\"data\":{private},\"id\":\"notif_1\",\"topic\":\"ping\",\"created_at\":1767225600}"u8.ToArray());
        using var next = await application.PostAsync(Notifications.Conversation("notif_2"));
        await application.StopAsync();

        Assert.That(_inbox.Count, Is.EqualTo(1));
        Assert.That(application.Log.Messages.Single(message => message.Level == LogLevel.Error).Text, Does.Contain("notif_1").And.Not.Contain("private"));
    }

    [Test]
    public async Task Goes_on_after_the_outbox_failed()
    {
        var outbox = new FailingOutbox();
        await using var application = await Application.StartAsync(
            services => services.AddIntercomWebhooks(Notifications.Configure).AddHandler<IntercomNotification>(_inbox.AddAsync).AddOutbox(_ => outbox),
            clock: new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(1) });
        outbox.Failures = 1;
        using var failed = await application.PostAsync(Notifications.Conversation("notif_1"));
        using var accepted = await application.PostAsync(Notifications.Conversation("notif_1"));

        Assert.That(failed.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _inbox.NextAsync()).Id, Is.EqualTo("notif_1"));
    }

    [Test]
    public async Task Stores_the_outcome_of_a_handler_again_after_the_outbox_failed()
    {
        var outbox = new FailingOutbox { CompleteFailures = 2 };
        await using var application = await Application.StartAsync(
            services => services.AddIntercomWebhooks(Notifications.Configure).AddHandler<IntercomNotification>(_inbox.AddAsync).AddOutbox(_ => outbox),
            clock: new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(1) });
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await _inbox.NextAsync();
        await application.StopAsync();

        Assert.That(outbox.Status.Pending, Is.Zero);
        Assert.That(_inbox.Count, Is.Zero, "It was handled once.");
    }

    [Test]
    public async Task Stops_in_spite_of_a_handler_that_ignores_its_cancellation_token()
    {
        var isStarted = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var application = await Application.StartAsync(
            services => services.AddIntercomWebhooks(Notifications.Configure).AddHandler<IntercomNotification>((_, _) =>
            {
                isStarted.TrySetResult();
                return release.Task;
            }),
            clock: new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(1) });
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await isStarted.Task;
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await application.StopAsync(stop.Token).WaitAsync(TimeSpan.FromSeconds(30));
        release.SetResult();

        Assert.That(application.Log.Messages, Does.Contain((LogLevel.Error, "The application stopped before 1 acknowledged notifications were handled.")));
    }

    [Test]
    public async Task Cancels_handlers_when_the_application_is_disposed_without_being_stopped()
    {
        var isStarted = new TaskCompletionSource();
        var isCanceled = new TaskCompletionSource();
        await using (var application = await StartAsync(webhooks => webhooks.AddHandler<IntercomNotification>(UntilCanceled(isStarted, isCanceled))))
        {
            using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
            await isStarted.Task;
        }

        await isCanceled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task An_outbox_in_memory_hands_out_a_notification_that_was_being_added_when_it_was_closed()
    {
        var ids = new SlowIdStore();
        var outbox = new InMemoryNotificationOutbox(ids);
        var adding = outbox.AddAsync(new("{}"u8.ToArray(), "notif_1", default));
        outbox.Close();
        var taking = outbox.TakeAsync();
        var isTakenTooEarly = taking.IsCompleted;
        ids.Release();

        Assert.That(isTakenTooEarly, Is.False);
        Assert.That(await adding, Is.EqualTo(OutboxResult.Added));
        Assert.That((await taking)!.Id, Is.EqualTo("notif_1"));
        Assert.That(await outbox.TakeAsync(), Is.Null);
    }

    private static async Task<HttpResponseMessage> PostUntilAcceptedAsync(Application application, byte[] body)
    {
        // A notification is removed from the queue shortly after its handler ended.
        while (true)
        {
            var response = await application.PostAsync(body);
            if (response.StatusCode == HttpStatusCode.OK)
                return response;
            response.Dispose();
            await Task.Yield();
        }
    }

    /// <summary>Creates a handler that ends only when its token is canceled.</summary>
    private static Func<IntercomNotification, CancellationToken, Task> UntilCanceled(TaskCompletionSource isStarted, TaskCompletionSource isCanceled) =>
        async (_, cancellationToken) =>
        {
            isStarted.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                isCanceled.TrySetResult();
            }
        };

    private Task Called(string name)
    {
        lock (_calls)
            _calls.Add(name);
        return Task.CompletedTask;
    }

    private static Task<Application> StartAsync(Action<IntercomWebhookBuilder> add, Action<IntercomWebhookOptions>? configure = null) =>
        Application.StartAsync(services => add(services.AddIntercomWebhooks(options =>
        {
            Notifications.Configure(options);
            configure?.Invoke(options);
        })));

    private sealed class Scope
    {
        public string Id { get; } = Guid.NewGuid().ToString();
    }

    private sealed class ScopedHandler(Scope scope, List<string> calls) : IIntercomWebhookHandler<ConversationUserCreated>, IIntercomWebhookHandler<IntercomNotification>
    {
        public Task HandleAsync(ConversationUserCreated notification, CancellationToken cancellationToken) => AddAsync();

        public Task HandleAsync(IntercomNotification notification, CancellationToken cancellationToken) => AddAsync();

        private Task AddAsync()
        {
            lock (calls)
                calls.Add(scope.Id);
            return Task.CompletedTask;
        }
    }

    private sealed class SlowIdStore : INotificationIdStore
    {
        private readonly TaskCompletionSource _release = new();

        public void Release() => _release.SetResult();

        public async ValueTask<bool> TryAddAsync(string id, CancellationToken cancellationToken = default)
        {
            await _release.Task;
            return true;
        }

        public ValueTask RemoveAsync(string id, CancellationToken cancellationToken = default) => default;
    }

    /// <summary>An outbox that fails a few times, both when it adds and when it takes.</summary>
    private sealed class FailingOutbox : INotificationOutbox
    {
        private readonly InMemoryNotificationOutbox _inner = new();
        private int _takeFailures = 3;

        public int Failures { get; set; }

        public int CompleteFailures { get; set; }

        public OutboxStatus Status => _inner.Status;

        public ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) =>
            Failures-- > 0 ? throw new IOException("The disk is full.") : _inner.AddAsync(notification, cancellationToken);

        public ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref _takeFailures) >= 0 ? throw new IOException("The disk is full.") : _inner.TakeAsync(cancellationToken);

        public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) =>
            CompleteFailures-- > 0 ? throw new IOException("The disk is full.") : _inner.CompleteAsync(notification, cancellationToken);

        public ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default) =>
            _inner.RetryAsync(notification, delay, cancellationToken);

        public ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => _inner.FailAsync(notification, cancellationToken);

        public void Close() => _inner.Close();
    }
}
