using System.Globalization;
using System.Text;
using Intercom.Generated.Versions.Tests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>Notifications that were recorded, in every version.</summary>
public sealed class RecordedNotificationTests
{
    private static readonly string[] RawOnPurpose = ["ConversationContactLink.conversation"];

    [EveryVersion]
    public void Every_recording_becomes_the_class_of_its_topic(VersionTopics version)
    {
        var recordings = Recording.Current();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(recordings, Has.Count.GreaterThan(60));
            foreach (var recording in recordings)
            {
                var notification = version.Reader.Read(recording.Body);
                Assert.That(notification.GetType(), Is.EqualTo(version.Topics.FindNotificationType(recording.Topic)), recording.Name);
                Assert.That(notification.Item, Is.Not.Null, recording.Name);
            }
        }
    }

    [EveryVersion]
    public void Every_recording_has_its_envelope_and_raw_json(VersionTopics version)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var recording in Recording.All())
            {
                var json = recording.Json;
                var notification = version.Reader.Read(recording.Body);
                Assert.That(notification.Id, Is.EqualTo((string?)json["id"]), recording.Name);
                Assert.That(notification.Topic, Is.EqualTo(recording.Topic));
                Assert.That(notification.AppId, Is.EqualTo((string?)json["app_id"]));
                Assert.That(notification.CreatedAt?.ToUnixTimeSeconds(), Is.EqualTo((long?)json["created_at"]));
                Assert.That(notification.FirstSentAt?.ToUnixTimeSeconds(), Is.EqualTo((long?)json["first_sent_at"]));
                Assert.That(notification.DeliveredAt?.ToUnixTimeSeconds() ?? 0, Is.EqualTo((long?)json["delivered_at"] ?? 0));
                Assert.That(notification.DeliveryAttempts, Is.EqualTo((long?)json["delivery_attempts"]));
                Assert.That(notification.DeliveryStatus, Is.EqualTo((string?)json["delivery_status"]));
                Assert.That(notification.Self, Is.EqualTo((string?)json["self"]));
                Assert.That(notification.RawBody.ToArray(), Is.EqualTo(recording.Body));
                Assert.That(JToken.DeepEquals(Json.Parse(Encoding.UTF8.GetString(notification.RawItem.Span)), recording.Item), Is.True, recording.Name);
            }
        }
    }

    [EveryVersion]
    public void A_typed_item_that_is_written_and_read_again_loses_nothing(VersionTopics version)
    {
        var problems = new List<string>();
        var count = 0;
        foreach (var recording in Recording.All())
        {
            if (version.Reader.Read(recording.Body).Item is not { } item)
                continue;
            count++;
            var written = JsonConvert.SerializeObject(item);
            problems.AddRange(JsonComparison.Differences(recording.Item, Json.Parse(written)).Select(problem => $"{recording.Name} {problem}"));
            var again = JsonConvert.SerializeObject(JsonConvert.DeserializeObject(written, item.GetType()));
            if (again != written)
                problems.Add($"{recording.Name}: the second JSON differs");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.GreaterThan(60));
            Assert.That(problems, Is.Empty);
        }
    }

    [EveryVersion]
    public async Task Nearly_every_value_is_typed(VersionTopics version)
    {
        var leaves = new LeafCount();
        var raw = new LeafCount();
        var recordings = Recording.Current();
        foreach (var recording in recordings)
        {
            var notification = version.Reader.Read(recording.Body);
            leaves.Add(recording.Item, notification.Item, notification.Item?.GetType().Name ?? recording.Topic);
            if (notification.Item?.GetType().Name == "ConversationContactLink")
                raw.AddUntyped(recording.Item["conversation"]!, RawOnPurpose[0]);
        }

        var total = leaves.Total - raw.Total;
        var untyped = leaves.MostUntyped.Where(entry => !RawOnPurpose.Contains(entry.Key, StringComparer.Ordinal)).ToList();
        var typed = 100.0 * (total - untyped.Sum(entry => entry.Value)) / total;
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"{version}: {typed:F2} % of {total} leaves in {recordings.Count} notifications are typed. {raw.Total} more are raw on purpose. Most frequent untyped properties:\n"));
        foreach (var (property, count) in untyped.Take(10))
            text.Append(CultureInfo.InvariantCulture, $"  {count,5} {property}\n");
        await TestContext.Out.WriteLineAsync(text.ToString());
        Assert.That(typed, Is.GreaterThanOrEqualTo(98), text.ToString());
    }

    // Topics and items of API versions before 2.0.
    [EveryVersion]
    public void Old_recordings_are_readable(VersionTopics version)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var recording in Recording.All().Where(recording => recording.IsOld))
            {
                var notification = version.Reader.Read(recording.Body);
                Assert.That(notification.RawItem.IsEmpty, Is.False);
                Assert.That(notification.Item is null, Is.EqualTo(version.Topics.FindNotificationType(recording.Topic) is null), recording.Name);
            }
        }
    }
}
