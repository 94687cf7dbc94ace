using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>Finds the items of list attributes, whatever contains them.</summary>
public sealed class TicketListItemsTests
{
    [TestCase("""{"list_options":[{"id":"p1","label":"High"},{"id":"p2","label":"Low"}]}""", "Low", "p2")]
    [TestCase("""{"list_items":{"items":[{"id":7,"name":"High","archived":false}]}}""", "High", "7")]
    [TestCase("""{"list_options":[{"id":"High","label":"Low"}]}""", "High", null)]
    [TestCase("""{"list_options":[{"label":"High"},{"id":null,"label":"High"},{"id":"p3","label":"High"}]}""", "High", "p3")]
    [TestCase("""{"list_options":["High"],"multiline":false}""", "High", null)]
    [TestCase("""{"list_options":[{"id":"p1","label":"high"}]}""", "High", null)]
    [TestCase("{}", "High", null)]
    public void Item_is_found_by_its_label(string json, string label, string? id)
    {
        var options = new Options();
        foreach (var member in JObject.Parse(json))
            options.AdditionalProperties[member.Key] = member.Value!;

        Assert.That(TicketListItems.FindId(options, label), Is.EqualTo(id));
    }

    [Test]
    public void Attribute_without_options_has_no_items() => Assert.That(TicketListItems.FindId(null, "High"), Is.Null);

    private sealed class Options : IntercomModel;
}
