using System.Text;
using Microsoft.Data.Sqlite;

namespace Intercom.Generated.Sqlite.Tests;

/// <summary>Adds, takes, and reopens.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private string Database => _folder.File("outbox.db");

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Returns_what_was_added()
    {
        using var outbox = Open();
        var body = Encoding.UTF8.GetBytes("{\"text\":\"\\u0000 Grüße 🍺\"}");
        var result = await outbox.AddAsync(new(body, "notif_1", _clock.GetUtcNow()) { TraceParent = "00-1-2-01" });
        var taken = await outbox.TakeAsync();

        Assert.That(result, Is.EqualTo(OutboxResult.Added));
        Assert.That(taken!.Body.ToArray(), Is.EqualTo(body));
        Assert.That((taken.Id, taken.ReceivedAt, taken.TraceParent, taken.FailedAttempts), Is.EqualTo(("notif_1", _clock.GetUtcNow(), "00-1-2-01", 0)));
        Assert.That(outbox.Status, Is.EqualTo(new OutboxStatus(1, 0, SqliteNotificationOutbox.DefaultCapacity)));
        await outbox.CompleteAsync(taken);
        Assert.That(outbox.Status.Pending, Is.Zero);
    }

    [Test]
    public async Task Recognizes_duplicates_before_and_after_they_were_handled_and_after_a_restart()
    {
        using (var outbox = Open())
        {
            await AddAsync(outbox, "notif_1");
            Assert.That(await AddAsync(outbox, "notif_1"), Is.EqualTo(OutboxResult.Duplicate));
            await outbox.CompleteAsync((await outbox.TakeAsync())!);
            Assert.That(await AddAsync(outbox, "notif_1"), Is.EqualTo(OutboxResult.Duplicate));
            Assert.That(outbox.Status.Pending, Is.Zero);
        }

        using var reopened = Open();
        Assert.That(await AddAsync(reopened, "notif_1"), Is.EqualTo(OutboxResult.Duplicate));
        Assert.That(await AddAsync(reopened, null), Is.EqualTo(OutboxResult.Added));
        Assert.That(await AddAsync(reopened, null), Is.EqualTo(OutboxResult.Added));
    }

    [Test]
    public async Task Of_concurrent_duplicates_only_one_is_added()
    {
        using var outbox = Open();
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () => await AddAsync(outbox, $"notif_{i % 10}"))));

        Assert.That(results.Count(result => result == OutboxResult.Added), Is.EqualTo(10));
        Assert.That(outbox.Status.Pending, Is.EqualTo(10));
    }

    [Test]
    public async Task Keeps_what_was_not_completed()
    {
        using (var outbox = Open())
        {
            for (var i = 0; i < 5; i++)
                await AddAsync(outbox, $"notif_{i}");
            await outbox.CompleteAsync((await outbox.TakeAsync())!);
            await outbox.RetryAsync((await outbox.TakeAsync())!, TimeSpan.FromMinutes(1));
            await outbox.FailAsync((await outbox.TakeAsync())!);
            await outbox.TakeAsync();
        }

        using var reopened = Open();
        Assert.That(reopened.Status, Is.EqualTo(new OutboxStatus(3, 1, SqliteNotificationOutbox.DefaultCapacity)));
        Assert.That((await reopened.TakeAsync())!.Id, Is.EqualTo("notif_3"));
        Assert.That((await reopened.TakeAsync())!.Id, Is.EqualTo("notif_4"));
        var retried = reopened.TakeAsync();
        Assert.That(retried.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var taken = await retried;
        Assert.That((taken!.Id, taken.FailedAttempts), Is.EqualTo(("notif_1", 1)));
    }

    [Test]
    public async Task Shows_and_retries_what_was_given_up()
    {
        using var outbox = Open();
        await AddAsync(outbox, "notif_1");
        await outbox.FailAsync((await outbox.TakeAsync())!);
        var failed = await outbox.ReadFailedAsync();
        var count = await outbox.RetryFailedAsync();

        Assert.That(failed.Single().Id, Is.EqualTo("notif_1"));
        Assert.That(failed.Single().FailedAttempts, Is.EqualTo(1));
        Assert.That(count, Is.EqualTo(1));
        Assert.That(outbox.Status, Is.EqualTo(new OutboxStatus(1, 0, SqliteNotificationOutbox.DefaultCapacity)));
        Assert.That((await outbox.TakeAsync())!.Id, Is.EqualTo("notif_1"));
    }

    [Test]
    public async Task Accepts_nothing_beyond_its_capacity_or_after_it_was_closed()
    {
        using var outbox = Open(capacity: 2);
        await AddAsync(outbox, "notif_1");
        await AddAsync(outbox, "notif_2");
        Assert.That(await AddAsync(outbox, "notif_3"), Is.EqualTo(OutboxResult.Unavailable));
        await outbox.CompleteAsync((await outbox.TakeAsync())!);
        Assert.That(await AddAsync(outbox, "notif_3"), Is.EqualTo(OutboxResult.Added));
        await outbox.CompleteAsync((await outbox.TakeAsync())!);
        var waiting = Task.WhenAll(outbox.TakeAsync().AsTask(), outbox.TakeAsync().AsTask(), outbox.TakeAsync().AsTask());
        outbox.Close();

        Assert.That(await AddAsync(outbox, "notif_4"), Is.EqualTo(OutboxResult.Unavailable));
        Assert.That((await waiting).OfType<ReceivedNotification>().Count(), Is.LessThanOrEqualTo(1));
        Assert.That(await outbox.TakeAsync(), Is.Null);
    }

    [Test]
    public async Task Keeps_queues_apart()
    {
        using var first = Open();
        using var second = new SqliteNotificationOutbox(Database, "fin", timeProvider: _clock);
        await AddAsync(first, "notif_1");

        Assert.That(await AddAsync(second, "notif_1"), Is.EqualTo(OutboxResult.Added));
        Assert.That((first.Status.Pending, second.Status.Pending), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Reports_a_queue_that_is_open()
    {
        using (Open())
            Assert.That(Assert.Throws<InvalidOperationException>(() => Open())!.Message, Does.StartWith("The queue 'webhooks' of the outbox").And.Contain("parameter queue"));

        using var reopened = Open();
        Assert.That(reopened.Status.Pending, Is.Zero);
    }

    [Test]
    public async Task Opens_after_the_clock_was_set_back()
    {
        using (var outbox = Open())
        {
            await AddAsync(outbox, "notif_1");
            _clock.Advance(TimeSpan.FromDays(1000));
            await outbox.RetryAsync((await outbox.TakeAsync())!, TimeSpan.FromSeconds(2));
        }

        var clock = new ManualTimeProvider();
        using var reopened = new SqliteNotificationOutbox(Database, timeProvider: clock);
        var taken = reopened.TakeAsync().AsTask();
        clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await taken.WaitAsync(TimeSpan.FromSeconds(30)))!.Id, Is.EqualTo("notif_1"));
    }

    [Test]
    public async Task Deletes_bodies_that_were_handled_and_forgets_ids_later()
    {
        using var outbox = Open();
        await AddAsync(outbox, "notif_1");
        await outbox.CompleteAsync((await outbox.TakeAsync())!);
        Assert.That(Count("body IS NOT NULL"), Is.Zero);
        Assert.That(Count("TRUE"), Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));

        Assert.That(await AddAsync(outbox, "notif_2"), Is.EqualTo(OutboxResult.Added));
        Assert.That(Count("TRUE"), Is.EqualTo(1));
        Assert.That(await AddAsync(outbox, "notif_1"), Is.EqualTo(OutboxResult.Added));
    }

    [Test]
    public void Reports_a_database_that_cannot_be_opened()
    {
        var missing = Assert.Throws<IOException>(() => new SqliteNotificationOutbox(_folder.File("missing/outbox.db")));
        Assert.That(missing!.Message, Does.Contain("missing/outbox.db").And.Contain("Check that its folder exists"));

        File.WriteAllText(Database, new string('x', 10_000));
        Assert.That(Assert.Throws<IOException>(() => Open())!.Message, Does.Contain("is a SQLite database"));
    }

    [Test]
    public void Reports_a_database_of_a_newer_version()
    {
        using (Open())
            Execute("PRAGMA user_version = 2");

        Assert.That(Assert.Throws<IOException>(() => Open())!.Message, Does.Contain("newer version of the package (format 2)"));
    }

    [Test]
    public async Task A_failed_write_fails_its_caller_and_nothing_else()
    {
        using var outbox = Open();
        await AddAsync(outbox, "notif_1");
        Execute("DROP TABLE intercom_notifications");
        await Assert.ThrowsAsync<SqliteException>(async () => await AddAsync(outbox, "notif_2"));
        Assert.That(outbox.Status.Pending, Is.EqualTo(1));
        using (new SqliteNotificationOutbox(Database, "another"))
        {
        }

        Assert.That(await AddAsync(outbox, "notif_2"), Is.EqualTo(OutboxResult.Added));
    }

    [Test]
    public async Task Skips_a_row_that_someone_deleted()
    {
        using var outbox = Open();
        await AddAsync(outbox, "notif_1");
        await AddAsync(outbox, "notif_2");
        Execute("DELETE FROM intercom_notifications WHERE id = 'notif_1'");

        Assert.That((await outbox.TakeAsync())!.Id, Is.EqualTo("notif_2"));
        Assert.That(outbox.Status.Pending, Is.EqualTo(1));
    }

    private SqliteNotificationOutbox Open(int capacity = SqliteNotificationOutbox.DefaultCapacity) => new(Database, capacity: capacity, timeProvider: _clock);

    private ValueTask<OutboxResult> AddAsync(SqliteNotificationOutbox outbox, string? id) => outbox.AddAsync(new("{}"u8.ToArray(), id, _clock.GetUtcNow()));

    private long Count(string condition)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM intercom_notifications WHERE {condition}";
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
