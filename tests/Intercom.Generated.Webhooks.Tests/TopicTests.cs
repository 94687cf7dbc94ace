using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The topics of each version.</summary>
public sealed partial class TopicTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "openapi", "webhooks.json")));

    [EveryVersion]
    public void Every_topic_has_a_class_in_every_version(VersionTopics version)
    {
        var spellings = Facts["topics"]!.SelectMany(topic => (topic["aliases"] ?? new JArray()).Values<string>().Append((string?)topic["topic"])).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spellings, Has.Count.GreaterThan(100));
            Assert.That(version.Topics.Names, Is.EquivalentTo(spellings));
            foreach (var topic in version.Topics.Names)
            {
                var type = version.Topics.FindNotificationType(topic)!;
                var declared = (string)type.GetField("TopicName")!.GetValue(null)!;
                Assert.That(declared, Is.EqualTo(topic).Or.EqualTo("contact.unarchived"));
                Assert.That(Squeezed(type.Name), Is.EqualTo(Squeezed(declared)));
                Assert.That(type.BaseType!.GetGenericTypeDefinition(), Is.EqualTo(typeof(IntercomNotification<>)));
            }
        }

        static string Squeezed(string name) => NotALetter().Replace(name, "").ToUpperInvariant();
    }

    // A model that an older version does not have is the only reason for an untyped item.
    [EveryVersion]
    public void Items_are_typed_unless_the_version_has_no_model(VersionTopics version)
    {
        var untyped = version.Topics.Names.Where(topic => ItemType(version, topic) == typeof(JToken)).ToList();
        var number = version.Topics.Version;
        var expected = new List<string>();
        if (number < ApiVersion.Parse("2.16"))
            expected.AddRange(["content_snippet.created", "content_snippet.updated", "audience.created", "audience.updated"]);
        if (number < ApiVersion.Parse("2.14"))
            expected.AddRange(["call.started", "call.ended", "call.transcription_available", "call.recording_available", "job.completed"]);
        if (number < ApiVersion.Parse("2.12"))
            expected.AddRange(["content_import_source.created", "content_import_source.updated"]);
        Assert.That(untyped, Is.EquivalentTo(expected));
    }

    [Test]
    public void A_topic_has_the_same_class_name_and_item_in_every_version()
    {
        var differences = VersionTopics.All.SelectMany(version => version.Topics.Names.Select(topic =>
                (topic, type: $"{version.Topics.FindNotificationType(topic)!.Name} {ItemType(version, topic).Name}")))
            .Where(entry => !entry.type.EndsWith(" JToken", StringComparison.Ordinal))
            .Distinct().GroupBy(entry => entry.topic).Where(group => group.Count() > 1).Select(group => group.Key);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(VersionTopics.All, Has.Count.EqualTo(7));
            Assert.That(differences, Is.Empty);
        }
    }

    [EveryVersion]
    public void No_class_has_the_name_of_a_model(VersionTopics version)
    {
        var types = version.Topics.FindNotificationType("ping")!.Assembly.GetExportedTypes();
        var classes = types.Where(type => type.IsSubclassOf(typeof(IntercomNotification))).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(classes, Has.Count.GreaterThan(100));
            Assert.That(classes.Select(type => type.Name).Intersect(types.Except(classes).Select(type => type.Name)), Is.Empty);
        }
    }

    [Test]
    public void An_unknown_topic_has_no_class() =>
        Assert.That(VersionTopics.All.Select(version => version.Topics.FindNotificationType("conversation.sung")), Is.All.Null);

    private static Type ItemType(VersionTopics version, string topic) =>
        version.Topics.FindNotificationType(topic)!.BaseType!.GetGenericArguments()[0];

    [GeneratedRegex("[^A-Za-z]")]
    private static partial Regex NotALetter();
}
