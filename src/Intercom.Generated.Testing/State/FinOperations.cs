using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The conversations with Fin. Fin never replies, so every question stays at <c>thinking</c>.</summary>
internal sealed class FinOperations(
    Workspace workspace, ResourceCatalog resources, ContactOperations contacts, ConversationOperations conversations)
{
    private const int MaximumHistory = 10;
    private const int MaximumAttributes = 10;
    private const int RatingWindow = 86_400;

    private static readonly string[] Ratings = ["terrible", "bad", "ok", "good", "amazing"];

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    public void Register(OperationTable table)
    {
        table.AddCheck("POST /fin/start", CheckConversation);
        table.Add("POST /fin/start", call => Start(call));
        table.AddCheck("POST /fin/reply", CheckConversation);
        table.Add("POST /fin/reply", Reply);
        table.AddCheck("POST /fin/ask", CheckQuestion);
        table.Add("POST /fin/ask", call => Start(call));
        table.AddCheck("POST /fin/csat", CheckRating);
        table.Add("POST /fin/csat", Rate);
        table.AddCheck("POST /fin/escalate", CheckEscalation);
        table.Add("POST /fin/escalate", Escalate);
        table.AddCheck("POST /fin/capabilities", CheckAttributes);
        table.Add("POST /fin/capabilities", Capabilities);
        table.Add("POST /fin/procedures/{}/run", Run);
        table.Add("POST /procedures/{}/collect_agent_input", CollectInput);
    }

    private static void CheckConversation(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["conversation_id"])))
            throw Rejection.Invalid("conversation_id is required");
    }

    private static void CheckQuestion(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["conversation_id"])))
            throw Rejection.Invalid("External Conversation ID is required");
        if (string.IsNullOrEmpty(Call.Scalar((body["user"] as JObject)?["id"])))
            throw Rejection.Invalid("User ID is required");
        if ((body["conversation_metadata"] as JObject)?["history"] is JArray { Count: > MaximumHistory })
            throw Rejection.Invalid("Conversation history cannot contain more than 10 items");
    }

    private static void CheckAttributes(JObject body)
    {
        if ((body["user"] as JObject)?["attributes"] is JObject { Count: > MaximumAttributes })
            throw Rejection.Invalid("Cannot update more than 10 attributes at once.");
    }

    private static void CheckEscalation(JObject body)
    {
        if (body["conversation_id"] is null && body["user"] is null)
            throw Rejection.Invalid("Either conversation_id or user must be provided");
    }

    private static void CheckRating(JObject body)
    {
        if (Call.Scalar(body["rating"]) is { } rating && !Ratings.Contains(rating))
            throw Unprocessable("rating", "Rating isn't an option");
    }

    /// <summary>Ratings have errors of a format of their own.</summary>
    private static Rejection Unprocessable(string field, string message) => new(422, "unprocessable", message)
    {
        Body = new JObject { ["errors"] = new JObject { [field] = message } },
    };

    private FakeResponse Start(Call call) => call.Respond(Describe(call, Open(call)));

    private Session Open(Call call)
    {
        var id = call.RequiredText("conversation_id");
        if (!_sessions.TryGetValue(id, out var session))
        {
            var contact = ContactOf((JObject)call.Body["user"]!);
            var message = Call.Scalar(call.Body["message"]?["body"]) ?? "";
            session = new Session(id, (string)contact["id"]!, Call.Scalar(call.Body["user"]!["id"])!,
                (string)conversations.Seed(contact, message, null)["id"]!);
            _sessions.Add(id, session);
        }

        return session;
    }

    /// <summary>Finds the user by their ID in the caller's system. Unknown users are created, as documented.</summary>
    private JObject ContactOf(JObject user)
    {
        var id = Call.Scalar(user["id"]);
        return workspace.Contacts.Items.FirstOrDefault(contact => Call.Scalar(contact["external_id"]) == id)
            ?? contacts.Create(new JObject { ["role"] = "user", ["external_id"] = id, ["name"] = user["name"] });
    }

    private JObject Describe(Call call, Session session) => call.SampleWith(new JObject
    {
        ["conversation_id"] = session.Id,
        ["user_id"] = session.UserId,
        ["status"] = "thinking",
        ["created_at_ms"] = EntityShape.Iso(workspace.Clock.Now),
    });

    private FakeResponse Reply(Call call)
    {
        if (!_sessions.TryGetValue(call.RequiredText("conversation_id"), out var session))
            throw Rejection.Invalid("Conversation not found");
        if (workspace.Conversations.Find(session.ConversationId) is { } conversation
            && workspace.Contacts.Find(session.ContactId) is { } contact)
        {
            conversations.AddReply(conversation, contact, Call.Scalar(call.Body["message"]?["body"]) ?? "");
        }

        // The fake's Fin asks for a rating after the first reply.
        session.RatingRequestedAt ??= workspace.Clock.Now;
        return call.Respond(Describe(call, session));
    }

    private FakeResponse Rate(Call call)
    {
        if (!_sessions.TryGetValue(call.RequiredText("conversation_id"), out var session))
            throw Unprocessable("external_conversation_id", "Conversation not found for the given external_conversation_id");
        if (session.RatingRequestedAt is not { } requestedAt)
            throw Unprocessable("base", "No rating survey found for this conversation");
        var (rating, remark) = (call.RequiredText("rating"), call.Text("remark"));
        if (session.Rating == rating && remark is null)
            return call.Respond(Rated(call, session));
        if (session.Remark is not null)
            throw Unprocessable("base", "This rating can no longer be changed because a remark has already been submitted");
        if (workspace.Clock.Now - requestedAt > RatingWindow)
            throw Unprocessable("base", "The rating window for this conversation has closed");
        (session.Rating, session.Remark) = (rating, remark);
        return call.Respond(Rated(call, session));
    }

    private static JObject Rated(Call call, Session session) =>
        call.SampleWith(new JObject { ["conversation_id"] = session.Id, ["rating"] = session.Rating, ["status"] = "rated" });

    private FakeResponse Escalate(Call call)
    {
        string? external = null;
        JObject conversation;
        if (call.Text("conversation_id") is { } id)
        {
            if (!_sessions.TryGetValue(id, out var session) || workspace.Conversations.Find(session.ConversationId) is not { } found)
                throw Rejection.Invalid("Conversation not found");
            (external, conversation) = (id, found);
        }
        else
        {
            var contact = ContactOf((JObject)call.Body["user"]!);
            conversation = conversations.Seed(contact, call.Text("message") ?? "Requesting human support", null);
        }

        return call.Respond(call.SampleWith(new JObject
        {
            ["conversation_id"] = external ?? Call.Scalar(conversation["id"]),
            ["intercom_conversation_id"] = conversation["id"],
            ["status"] = "escalated",
        }));
    }

    private FakeResponse Capabilities(Call call)
    {
        var actions = new JArray(
            Capability("action", "reply", "Reply", "/fin/reply"),
            Capability("action", "ask", "Ask", "/fin/ask"));
        foreach (var procedure in resources.ItemsOf("procedure").Where(procedure => IsLive(procedure) && HasTrigger(procedure)))
        {
            var id = Call.Scalar(procedure["id"])!;
            actions.Add(Capability("procedure", id, Call.Scalar(procedure["name"]) ?? id, $"/fin/procedures/{id}/run"));
        }

        return call.Respond(call.SampleWith(new JObject { ["capabilities"] = actions }));
    }

    private static JObject Capability(string type, string id, string name, string endpoint) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["name"] = name,
        ["description"] = name,
        ["endpoint"] = endpoint,
        ["method"] = "POST",
    };

    private static bool IsLive(JObject procedure) => Call.Scalar(procedure["state"]) is null or "live";

    private static bool HasTrigger(JObject procedure) => Call.Scalar(procedure["trigger"]) is null or "api";

    private FakeResponse Run(Call call)
    {
        var procedure = resources.ItemsOf("procedure").FirstOrDefault(known => Call.Scalar(known["id"]) == call.PathValues[0])
            ?? throw Rejection.Invalid("Procedure not found");
        if (!IsLive(procedure))
            throw Rejection.Invalid("Procedure is not live");
        if (!HasTrigger(procedure))
            throw Rejection.Invalid("Procedure does not have an API trigger");
        if (_sessions.ContainsKey(call.RequiredText("conversation_id")))
        {
            throw Rejection.Invalid(
                "Fin session already exists for this conversation. Please use /reply to continue the conversation.");
        }

        var response = Describe(call, Open(call));
        response["procedure_id"] = call.PathValues[0];
        return call.Respond(response);
    }

    /// <summary>
    /// Completes the question of a procedure, which a test adds as <c>input_request</c>. It expires if it has a time <c>expires_at</c>.
    /// </summary>
    private FakeResponse CollectInput(Call call)
    {
        var conversation = Call.Scalar(workspace.Conversation(call.PathValues[0])["id"]);
        var request = resources.ItemsOf("input_request").LastOrDefault(known =>
                Call.Scalar(known["conversation_id"]) == conversation && Call.Scalar(known["step_id"]) == call.Text("step_id"))
            ?? throw Rejection.ResourceNotFound();
        if (request["fulfilled"] is JValue { Value: true })
            throw new Rejection(409, "conflict", "This HITL request has already been fulfilled");
        if (request["expires_at"] is JValue { Value: long end } && end <= workspace.Clock.Now)
            throw new Rejection(404, "not_found", "This HITL request has expired");
        request["fulfilled"] = true;
        return call.Respond(call.Sample());
    }

    private sealed class Session(string id, string contactId, string userId, string conversationId)
    {
        public string Id { get; } = id;

        public string ContactId { get; } = contactId;

        public string UserId { get; } = userId;

        public string ConversationId { get; } = conversationId;

        public long? RatingRequestedAt { get; set; }

        public string? Rating { get; set; }

        public string? Remark { get; set; }
    }
}
