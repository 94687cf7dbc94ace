using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.CanvasKit.Tests;

/// <summary>Requests, with the members that Intercom documents, and with anything else.</summary>
public sealed class RequestTests
{
    private const string Submit = """
        {"workspace_id":"abc123def","workspace_region":"EU","component_id":"send",
         "admin":{"type":"admin","id":123,"name":"Grace","email":"grace@example.com"},
         "contact":{"type":"contact","id":"5ba6","external_id":"7","name":"Ada","email":"ada@example.com"},
         "context":{"conversation_id":215472629353977,"location":"conversation","locale":"en","messenger_action_colour":"#fff","messenger_background_colour":"#000","referrer":"https://example.com"},
         "conversation":{"type":"conversation","id":"9"},
         "current_canvas":{"content":{"components":[]},"stored_data":{"step":2}},
         "card_creation_options":{"color":"red"},
         "input_values":{"name":"Ada","colors":["a","b"],"size":"xl","empty":null}}
        """;

    [Test]
    public void Reads_every_documented_member()
    {
        var request = Parse(Submit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((request.WorkspaceId, request.WorkspaceRegion, request.ComponentId), Is.EqualTo(("abc123def", "EU", "send")));
            Assert.That((request.Admin!.Type, request.Admin.Id, request.Admin.Name, request.Admin.Email), Is.EqualTo(("admin", "123", "Grace", "grace@example.com")));
            Assert.That((request.Contact!.Id, request.Contact.ExternalId), Is.EqualTo(("5ba6", "7")));
            Assert.That((request.Context.ConversationId, request.Context.Location, request.Context.Locale), Is.EqualTo(("215472629353977", "conversation", "en")));
            Assert.That((request.Context.MessengerActionColor, request.Context.MessengerBackgroundColor, request.Context.Referrer), Is.EqualTo(("#fff", "#000", "https://example.com")));
            Assert.That(request.Conversation!.Value.GetProperty("id").GetString(), Is.EqualTo("9"));
            Assert.That(request.StoredData!.Value.GetProperty("step").GetInt32(), Is.EqualTo(2));
            Assert.That(request.CardCreationOptions!.Value.GetProperty("color").GetString(), Is.EqualTo("red"));
            Assert.That((request.InputValues.GetText("name"), request.InputValues.GetText("size"), request.InputValues.GetText("other")), Is.EqualTo(("Ada", "xl", (string?)null)));
            Assert.That(request.InputValues.GetSelected("colors"), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(request.InputValues.GetSelected("size"), Is.EqualTo(new[] { "xl" }));
            Assert.That(request.InputValues.GetSelected("empty"), Is.Empty);
            Assert.That((request.User, request.EncryptedUser, request.SheetValues.Json), Is.EqualTo(((CanvasPerson?)null, (string?)null, (object?)null)));
        }
    }

    [Test]
    public void Reads_older_names()
    {
        var request = Parse("""{"app_id":"abc","customer":{"id":"1","user_id":"7"},"canvas":{"stored_data":{"a":1}}}""");
        Assert.That((request.WorkspaceId, request.Contact!.Id, request.Contact.ExternalId), Is.EqualTo(("abc", "1", "7")));
        Assert.That(request.StoredData, Is.Not.Null);
    }

    [TestCase("{}")]
    [TestCase("""{"workspace_id":{},"admin":[],"contact":"x","context":1,"current_canvas":null,"input_values":"a","sheet_values":[],"user":7}""")]
    [TestCase("""{"admin":{"id":null,"name":{}},"context":{"location":[]},"current_canvas":{"stored_data":[]},"input_values":{"x":{},"y":[{},null,1]}}""")]
    [TestCase("""{"\ud800":1,"workspace_id":"\udc00","contact":{"\ud800":1,"id":"\ud800"},"input_values":{"\ud800":1,"x":"\ud800"}}""")]
    public void Members_of_another_kind_are_missing(string json)
    {
        var request = Parse(json);
        Touch(request);
        Assert.That(new[] { request.WorkspaceId, request.Admin?.Id, request.Contact?.Id, request.Context.Location }, Is.All.Null);
        Assert.That(request.StoredData, Is.Null);
        Assert.That(request.InputValues.GetText("x"), Is.Null);
    }

    [Test]
    public void A_member_beside_a_hostile_name_is_found() =>
        Assert.That(Parse("""{"workspace_id":"a","\ud800abcdefghijklmnop":1,"\u0077orkspace_id":"b"}""").WorkspaceId, Is.EqualTo("b"));

    [TestCase("", "not valid JSON (0 bytes")]
    [TestCase("secret", "not valid JSON (6 bytes, line 1, byte 1)")]
    [TestCase("""{"secret":""", "not valid JSON")]
    [TestCase("[\"secret\"]", "is a JSON Array, not an object")]
    [TestCase("\"secret\"", "is a JSON String, not an object")]
    [TestCase("null", "is a JSON Null, not an object")]
    public void Another_body_is_reported_without_its_content(string body, string message)
    {
        var exception = Assert.Throws<FormatException>(() => Parse(body))!;
        Assert.That(exception.ToString(), Does.Contain(message).And.Not.Contain("\"secret"));
        Assert.That(() => CanvasRequest.ParseSheet(Encoding.UTF8.GetBytes(body)), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void A_deep_body_is_reported() =>
        Assert.That(() => Parse(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), Throws.TypeOf<FormatException>());

    [TestCase("""{"user":"abc==","component_id":"a+b"}""")]
    [TestCase("intercom_data=%7B%22user%22%3A%22abc%3D%3D%22%2C%22component_id%22%3A%22a%2Bb%22%7D")]
    [TestCase("x=1&intercom_data={%22user%22:%22abc==%22,+%22component_id%22:%22a%2Bb%22}&y")]
    [TestCase("""{"intercom_data":"{\"user\":\"abc==\",\"component_id\":\"a+b\"}"}""")]
    [TestCase("  \n{\"user\":\"abc==\",\"component_id\":\"a+b\"}")]
    public void Reads_a_sheet_from_a_form_and_from_JSON(string body)
    {
        var request = CanvasRequest.ParseSheet(Encoding.UTF8.GetBytes(body));
        Assert.That((request.EncryptedUser, request.ComponentId, request.User), Is.EqualTo(("abc==", "a+b", (CanvasPerson?)null)));
    }

    [Test]
    public void Reads_submitted_values_of_a_sheet() =>
        Assert.That(Parse("""{"sheet_values":{"date":"tomorrow"}}""").SheetValues.GetText("date"), Is.EqualTo("tomorrow"));

    [Test]
    public void Any_body_is_read_or_reported() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll<byte[]>(body =>
        {
            foreach (var parse in new Func<ReadOnlyMemory<byte>, CanvasRequest>[] { CanvasRequest.Parse, CanvasRequest.ParseSheet })
            {
                try
                {
                    Touch(parse(body ?? []));
                }
                catch (FormatException)
                {
                    // Expected.
                }
            }
        }));

    private static CanvasRequest Parse(string json) => CanvasRequest.Parse(Encoding.UTF8.GetBytes(json));

    private static void Touch(CanvasRequest request)
    {
        foreach (var property in typeof(CanvasRequest).GetProperties())
        {
            var value = property.GetValue(request);
            if (value is CanvasPerson or CanvasContext)
            {
                foreach (var inner in value.GetType().GetProperties())
                    inner.GetValue(value);
            }
        }

        foreach (var id in new[] { "x", "y", "z" })
        {
            request.InputValues.GetText(id);
            request.InputValues.GetSelected(id);
        }
    }
}
