using Intercom.Generated.Descriptions.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests.Webhooks;

/// <summary>Every version has all topics of the file. Every error in the file is reported with its place.</summary>
public sealed class WebhookFactsReaderTests
{
    private const string Text = """
        {
          "description": "Topics.", "source": "A page.",
          "topics": [
            { "topic": "thing.created", "item": "thing", "permission": "Read things", "summary": "A thing was created." },
            { "topic": "thing.unarchived", "aliases": ["thing.unarchive"], "item": "thing", "itemMember": "inner", "summary": "A thing was unarchived." },
            { "topic": "thing.sung_about", "name": "ThingSong", "item": "song", "since": "2.16", "summary": "A thing became a song." }
          ]
        }
        """;

    private static readonly WebhookItemType[] Types = [new("thing", "Gadget"), new("other", "Other")];

    [Test]
    public void Reads_the_topics()
    {
        var facts = WebhookFactsReader.Read(Text, "2.14", Types);

        Assert.That(facts.Problems, Is.Empty);
        Assert.That(facts.Topics, Is.EqualTo(new WebhookTopicModel[]
        {
            new("ThingCreated", "thing.created", default, "Gadget", null, "A thing was created.", null, "Read things"),
            new("ThingUnarchived", "thing.unarchived", new(["thing.unarchive"]), "Gadget", "inner", "A thing was unarchived.", null, null),
            new("ThingSong", "thing.sung_about", default, null, null, "A thing became a song.", "2.16", null),
        }));
    }

    [TestCase("2.11", ExpectedResult = "2.16")]
    [TestCase("2.15", ExpectedResult = "2.16")]
    [TestCase("2.16", ExpectedResult = null)]
    [TestCase("2.17", ExpectedResult = null)]
    [TestCase("Preview", ExpectedResult = null)]
    public string? States_a_later_version_that_documents_a_topic(string version) => WebhookFactsReader.Read(Text, version, Types).Topics[^1].Since;

    [TestCase("\"source\": \"A page.\",", "", "/source", "The member 'source' must be text that is not empty.")]
    [TestCase("\"topic\": \"thing.created\"", "\"topic\": \"Thing.Created\"", "/topics/0/topic", "'Thing.Created' is not a topic. Use a name such as contact.user.created.")]
    [TestCase("\"topic\": \"thing.created\"", "\"topic\": \"thing..created\"", "/topics/0/topic", "'thing..created' is not a topic. Use a name such as contact.user.created.")]
    [TestCase("[\"thing.unarchive\"]", "[\"a b\"]", "/topics/1/topic", "'a b' is not a topic. Use a name such as contact.user.created.")]
    [TestCase("[\"thing.unarchive\"]", "\"x\"", "/topics/1/aliases", "The member 'aliases' must be a list of strings.")]
    [TestCase("[\"thing.unarchive\"]", "[\"thing.created\"]", "/topics/1/topic", "The topic 'thing.created' is listed twice. Remove one of the entries.")]
    [TestCase(
        "\"topic\": \"thing.created\"",
        "\"name\": \"Gadget\", \"topic\": \"thing.created\"",
        "/topics/0/topic",
        "The class of the topic 'thing.created' and another class are both named 'Gadget'. Set 'name'.")]
    [TestCase("\"ThingSong\"", "\"ThingCreated\"", "/topics/2/topic", "The class of the topic 'thing.sung_about' and another class are both named 'ThingCreated'. Set 'name'.")]
    [TestCase("\"ThingSong\"", "\"song\"", "/topics/2/name", "'song' is not a C# name in PascalCase.")]
    [TestCase("\"2.16\"", "\"soon\"", "/topics/2/since", "'soon' is not a version. Use a number such as 2.16, or preview.")]
    [TestCase("\"item\": \"song\", ", "", "/topics/2/item", "The member 'item' must be text that is not empty.")]
    [TestCase("\"permission\"", "\"permissions\"", "/topics/0/permissions", "The member 'permissions' is unknown. Use topic, name, aliases, item, itemMember, since, permission, summary.")]
    public void Reports_an_error_with_its_pointer(string from, string to, string pointer, string message)
    {
        Assume.That(Text, Does.Contain(from));
        var facts = WebhookFactsReader.Read(Text.Replace(from, to, StringComparison.Ordinal), "2.14", Types);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Topics, Is.Empty);
            Assert.That(facts.Problems.Select(problem => (problem.Kind, problem.Pointer, problem.Message)),
                Is.EqualTo(new[] { (DescriptionProblemKind.InvalidFacts, "webhooks.json#" + pointer, message) }));
            Assert.That(facts.Problems.Single().Line, Is.GreaterThan(0));
        }
    }

    // Replaces each part of the file in turn.
    [Test]
    public void Reports_an_invalid_value_anywhere_and_never_throws([Values("null", "1", "\"x\"", "[]", "{}", "true")] string nonsense)
    {
        var tokens = JObject.Parse(Text).DescendantsAndSelf().Where(token => token is not JProperty && token.Parent is not null).Select(token => token.Path).ToList();
        Assert.That(tokens, Has.Count.GreaterThan(20));

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in tokens)
            {
                var file = JObject.Parse(Text);
                file.SelectToken(path)!.Replace(JToken.Parse(nonsense));
                WebhookFacts? facts = null;
                Assert.That(() => facts = WebhookFactsReader.Read(file.ToString(), "2.11", Types), Throws.Nothing, path);
                // The description is not read, and the other values can be valid in some places.
                if (nonsense == "null" && path != "description")
                    Assert.That(facts!.Problems, Is.Not.Empty, path);
            }
        }
    }

    // An item that no version has is a misspelled schema.
    [Test]
    public void The_facts_file_has_no_problems_and_Preview_has_every_item()
    {
        var text = File.ReadAllText(Published.File("webhooks.json"));
        var types = Published.Models["preview"].Value.Objects.Select(type => new WebhookItemType(type.Key, type.Name));
        var facts = WebhookFactsReader.Read(text, "Preview", types);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Problems, Is.Empty);
            Assert.That(facts.Topics.Count, Is.GreaterThan(100));
            Assert.That(facts.Topics.Where(topic => topic.Item is null).Select(topic => topic.Topic), Is.Empty);
        }
    }

    [Test]
    public void Summaries_are_short_sentences()
    {
        var topics = WebhookFactsReader.Read(File.ReadAllText(Published.File("webhooks.json")), "Preview", []).Topics;
        Assert.That(topics.Where(topic => topic.Summary.Length > 200 || !topic.Summary.EndsWith('.')).Select(topic => topic.Summary), Is.Empty);
    }
}
