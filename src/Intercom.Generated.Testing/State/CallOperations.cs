using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on phone calls: search, recordings, transcripts, redirects to the Messenger, and calls of Fin Voice.</summary>
internal sealed class CallOperations(
    Workspace workspace, ResourceCatalog resources, ContactOperations contacts, ConversationOperations conversations)
{
    private const int MaximumConversations = 20;
    private const int MinimumDigits = 7;
    private const int MaximumDigits = 15;

    private readonly List<JObject> _voiceCalls = [];

    public void Register(OperationTable table)
    {
        table.AddCheck("POST /calls/search", CheckSearch);
        table.AddList("POST /calls/search", Search);
        table.Add("GET /calls/{}/recording", Record);
        table.Add("GET /calls/{}/transcript", Transcribe);
        table.AddCheck("POST /phone_call_redirects", CheckPhone);
        table.Add("POST /phone_call_redirects", Redirect);
        table.Add("POST /fin_voice/register", RegisterVoice);
        table.Add("GET /fin_voice/collect/{}", call => Voice(call, "id"));
        table.Add("GET /fin_voice/external_id/{}", call => Voice(call, "external_call_id"));
        table.Add("GET /fin_voice/phone_number/{}", call => Voice(call, "user_phone_number"));
        table.Add("GET /fin_voice/conversation/{}", VoiceOfConversation);
    }

    private static void CheckSearch(JObject body)
    {
        if (body["conversation_ids"] is not JArray { Count: > 0 and <= MaximumConversations })
            throw new Rejection(400, "conversation_id_limit_exceeded", "A list of up to 20 conversation IDs is required");
    }

    private IReadOnlyList<JObject> Search(Call call)
    {
        var ids = new HashSet<string?>(call.Body["conversation_ids"]!.Select(Call.Scalar));
        return [.. resources.ItemsOf("call").Where(item => ids.Contains(Call.Scalar(item["conversation_id"])))];
    }

    private FakeResponse Record(Call call) =>
        resources.Of("call").Store.Find(call.PathValues[0]) is { } found && IsSet(found["recording_url"])
            ? new FakeResponse(call.Operation.Response.Status) { Location = CallRecordings.AddressOf(call.PathValues[0]) }
            : throw Rejection.NotFound("Recording");

    private FakeResponse Transcribe(Call call)
    {
        var found = resources.Of("call").Find(call.PathValues[0]);
        if (!IsSet(found["transcription_url"]))
            throw new Rejection(404, "not_found", "Not Found");
        var text = Call.Scalar(found["transcript"]) ?? $"Transcript of the call {Call.Scalar(found["id"])}\n";
        return new FakeResponse(200, Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    private static bool IsSet(JToken? value) => !string.IsNullOrEmpty(Call.Scalar(value));

    /// <summary>The errors of this operation have a format of their own.</summary>
    private static void CheckPhone(JObject body)
    {
        var phone = Call.Scalar(body["phone"]) ?? "";
        if (phone.Length is < MinimumDigits + 1 or > MaximumDigits + 1 || phone[0] != '+'
            || !phone.Skip(1).All(digit => digit is >= '0' and <= '9'))
        {
            throw new Rejection(400, "invalid_phone_number", "Invalid phone number")
            {
                Body = new JObject { ["error_key"] = "invalid_phone_number", ["message"] = "Invalid phone number" },
            };
        }
    }

    private FakeResponse Redirect(Call call)
    {
        var phone = call.RequiredText("phone");
        var contact = workspace.Contacts.Items.FirstOrDefault(item => Call.Scalar(item["phone"]) == phone)
            ?? contacts.Create(new JObject { ["role"] = "lead", ["phone"] = phone });
        if (call.Body["custom_attributes"] is JObject attributes)
            contacts.Write(contact, new JObject { ["custom_attributes"] = attributes });
        return call.Respond(call.SampleWith(new JObject { ["phone"] = phone }));
    }

    private FakeResponse RegisterVoice(Call call)
    {
        var external = call.RequiredText("call_id");
        if (_voiceCalls.Exists(item => Call.Scalar(item["external_call_id"]) == external))
            throw new Rejection(409, "conflict", $"The call '{external}' is already registered");
        var phone = call.RequiredText("phone_number");
        var contact = workspace.Contacts.Items.FirstOrDefault(item => Call.Scalar(item["phone"]) == phone);
        var conversation = conversations.Seed(contact, $"Call from {phone}", null);
        var registered = call.SampleWith(new JObject
        {
            ["id"] = long.Parse(workspace.NextNumber(), null),
            ["user_phone_number"] = phone,
            ["status"] = "registered",
            ["intercom_call_id"] = null,
            ["external_call_id"] = external,
            ["intercom_conversation_id"] = conversation["id"],
            ["call_transcript"] = new JArray(),
            ["call_summary"] = "",
            ["intent"] = new JArray(),
        });
        _voiceCalls.Add(registered);
        return call.Respond(registered);
    }

    /// <summary>Gets the last call whose property has the value in the path.</summary>
    private FakeResponse Voice(Call call, string name) =>
        call.Respond(_voiceCalls.FindLast(item => Call.Scalar(item[name]) == call.PathValues[0]) ?? throw Rejection.ResourceNotFound());

    private FakeResponse VoiceOfConversation(Call call)
    {
        var id = Call.Scalar(workspace.Conversation(call.PathValues[0])["id"]);
        return call.Respond(new JArray(_voiceCalls.Where(item => Call.Scalar(item["intercom_conversation_id"]) == id)));
    }
}
