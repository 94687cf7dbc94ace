using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Aot;

/// <summary>Reading and writing JSON in calls and with IntercomJson.</summary>
internal static class Json
{
    public static async Task DeviationsAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.Respond("GET", "/conversations/{id}", _ => Workspace.Respond(
            """
            {"type":"conversation","id":123,"state":"hibernating","priority":"not_priority","created_at":"2026-01-01T00:00:00Z",
             "open":"perhaps",
             "mood":{"of":["the","day"]},
             "custom_attributes":{"plan":null,"seats":12345678901234567890,"list":[1,"two",null]}}
            """));
        var conversation = await workspace.Intercom.Conversations.GetAsync("123");
        check.That(conversation is { Id: "123", Open: null, CreatedAt.Year: 2026 });
        check.That(conversation.State == new ConversationState("hibernating") && conversation.State != ConversationState.Open);
        check.That(conversation.Priority == ConversationPriority.NotPriority && conversation.Priority.ToString() == "not_priority");
        check.That(
            conversation.AdditionalProperties["open"].ToString() == "perhaps"
                && conversation.AdditionalProperties["mood"]["of"]![1]!.ToString() == "day");
        check.That(
            conversation.CustomAttributes!["plan"] is null && conversation.CustomAttributes["seats"]?.ToString() == "12345678901234567890");
        check.That(
            conversation.CustomAttributes["list"]?.AsList() is [var one, var two, { IsNull: true }]
                && one.AsInteger() == 1
                && two.AsString() == "two");

        workspace.Fake.Respond(
            "GET",
            "/contacts/{id}",
            _ => Workspace.Respond("""{"id":"1","avatar":{"type":"avatar","image_url":"https://example.com/a.png"}}"""));
        var avatar = (await workspace.Intercom.Contacts.GetAsync("1")).Avatar!;
        check.That(avatar.TryPickContactAvatarImage(out var image) && image.ImageUrl == "https://example.com/a.png");
        workspace.Fake.Respond("GET", "/contacts/{id}", _ => Workspace.Respond("""{"id":"1","avatar":"https://example.com/b.png"}"""));
        avatar = (await workspace.Intercom.Contacts.GetAsync("1")).Avatar!;
        check.That(avatar.Match(text => text, _ => "image", _ => "unknown") == "https://example.com/b.png");
    }

    public static Task ValuesAsync(Checks check)
    {
        const string ContactJson =
            """{"id":"1","name":null,"custom_attributes":{"plan":"gold"},"tags":{"data":[{"id":"7"}],"type":"list"},"new":true}""";
        var contact = Read<Contact>(ContactJson)!;
        check.That(contact is { Id: "1", Name: null, Tags.Data: [{ Id: "7" }], Tags.Type: "list" });
        check.That(Text(contact) == ContactJson);

        var replied = Read<FinAgentEvent>(
            """{"event_name":"fin_replied","message":{"author":"fin","body":"Hello"},"status":"awaiting_user_reply"}""")!;
        check.That(
            replied.TryPickFinAgentRepliedEvent(out var reply)
                && reply.Message!.Body == "Hello"
                && reply.Status == FinAgentStatus.AwaitingUserReply);
        check.That(Read<FinAgentEvent>("""{"event_name":"fin_learned_to_sing"}""")!.Value is JObject);
        const string QueryJson =
            """{"operator":"AND","value":[{"field":"email","operator":"IN","value":["a"]},{"field":"size","operator":">","value":7}]}""";
        var query = Read<SearchQuery>(QueryJson)!;
        check.That(
            query.TryPickSearchFilterGroup(out var group)
                && group.Value!.Count == 2
                && group.Value[1].TryPickSearchFilter(out var filter)
                && filter.Operator == SearchOperator.GreaterThan);
        check.That(Text(query) == QueryJson);
        var recipients = Read<MessageRecipients>("""[{"type":"user","id":"1"},{"type":"lead","id":"2"}]""")!;
        check.That(recipients.TryPickMessageRecipientList(out var list) && list.Count == 2 && list[1].Id == "2");
        var response = Read<ReplyConversationRequest>("""{"message_type":"comment","type":"admin","admin_id":"1","body":"Hi"}""")!;
        check.That(response.TryPickAdminReplyConversation(out var admin) && admin.MessageType == AdminReplyMessageType.Comment);

        check.That(Read<JObject>("""{"a":[1,2.5,"x",null,true]}""")!["a"]!.Count() == 5);
        var array = new JArray(1, 2.5, "x", JValue.CreateNull(), DateTimeOffset.UnixEpoch);
        check.That(Text<JToken>(array) == """[1,2.5,"x",null,"1970-01-01T00:00:00+00:00"]""");
        check.That(Read<CustomAttributes>("""{"a":null}""")!["a"] is null && Read<Contact>("null") is null);
        check.That(IsRejected(() => Read<Contact>("{\"id\":")) && IsRejected(() => Read<Contact>("[]")));
        return Task.CompletedTask;
    }

    public static async Task OwnTypesAsync(Checks check)
    {
        using var workspace = new Workspace();
        var me = new ApiOperation("Me.Get", "GET", "/me");
        var refusal = await check.ThrowsAsync<NotSupportedException>(
            () => workspace.Intercom.SendAsync<Dictionary<string, string>>(new ApiRequest(me)));
        check.That(refusal.Message.Contains("JToken", StringComparison.Ordinal));
        check.That(workspace.Fake.Requests.Count == 0);
        await check.ThrowsAsync<NotSupportedException>(() => workspace.Intercom.SendAsync(new ApiRequest(me) { Body = new { a = 1 } }));
    }

    private static T? Read<T>(string json) => IntercomJson.Read<T>(Encoding.UTF8.GetBytes(json));

    private static string Text<T>(T value) => Encoding.UTF8.GetString(IntercomJson.Write(value));

    private static bool IsRejected(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
