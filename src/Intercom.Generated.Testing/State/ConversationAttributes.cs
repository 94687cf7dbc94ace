using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The custom attributes of conversations, which have operations of their own in newer versions.</summary>
internal sealed class ConversationAttributes(Workspace workspace)
{
    private const string Path = "/conversations/attributes";
    private const int MinimumOptions = 2;

    private static readonly string[] Types = ["string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files"];

    public EntityStore Store { get; } = new();

    public void Register(OperationTable table)
    {
        if (!workspace.Description.Has($"GET {Path}"))
            return;
        workspace.Attributes.AddSource("conversation", () => Store.Items);
        table.AddList($"GET {Path}", call => call.Request.GetQuery("include_archived") == "true"
            ? Store.Items
            : [.. Store.Items.Where(attribute => !IsArchived(attribute))]);
        table.AddCheck($"POST {Path}", CheckType);
        table.Add($"POST {Path}", Create);
        table.Add($"GET {Path}/{{}}", call => call.Respond(Find(call)));
        table.Add($"PUT {Path}/{{}}", Update);
        table.Add($"DELETE {Path}/{{}}", Archive);
        table.AddCheck($"POST {Path}/{{}}/options", CheckLabel);
        table.Add($"POST {Path}/{{}}/options", AddOption);
        table.AddCheck($"PUT {Path}/{{}}/options/{{}}", CheckLabel);
        table.Add($"PUT {Path}/{{}}/options/{{}}", UpdateOption);
        table.Add($"DELETE {Path}/{{}}/options/{{}}", ArchiveOption);
    }

    private static void CheckType(JObject body)
    {
        if (Call.Scalar(body["data_type"]) is { } type && !Types.Contains(type))
            throw Unprocessable($"data_type '{type}' is not valid. Allowed types: {string.Join(", ", Types)}");
    }

    private static void CheckLabel(JObject body)
    {
        if (body["label"] is not { } label || label.Type == JTokenType.Null
            || (label.Type == JTokenType.String && ((string)label!).Length == 0))
            throw Unprocessable("label is required");
        if (label.Type != JTokenType.String)
            throw Unprocessable("label must be a string");
        if (body.Count > 1)
            throw Unprocessable("only 'label' is accepted");
    }

    private static Rejection Unprocessable(string message) => new(422, "parameter_invalid", message);

    private static Rejection NotFound(string message) => new(404, "conversation_attribute_not_found", message);

    private static bool IsArchived(JToken attribute) => attribute["archived"] is JValue { Value: true };

    private JObject Find(Call call) => Store.Find(call.PathValues[0]) ?? throw NotFound("Conversation attribute not found");

    private FakeResponse Create(Call call)
    {
        var name = call.RequiredText("name");
        if (Store.Items.Any(other => !IsArchived(other)
            && string.Equals(Call.Scalar(other["name"]), name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Rejection.Invalid($"You already have a conversation attribute named '{name}'. Use a different name.");
        }

        var now = workspace.Clock.Tick();
        var type = call.RequiredText("data_type");
        var attribute = new JObject
        {
            ["type"] = "conversation_attribute",
            ["id"] = long.Parse(workspace.NextNumber(), CultureInfo.InvariantCulture),
            ["name"] = name,
            ["description"] = call.Text("description") ?? "",
            ["data_type"] = type,
            ["required"] = call.Body["required"] ?? false,
            ["visible_to_team_ids"] = call.Body["visible_to_team_ids"] ?? new JArray(),
            ["archived"] = false,
            ["created_at"] = now,
            ["updated_at"] = now,
            ["admin_id"] = Workspace.DefaultAdminId,
        };
        if (type == "string")
            attribute["multiline"] = call.Body["multiline"] ?? false;
        if (type == "list")
        {
            var options = call.Body["options"] as JArray ?? [];
            attribute["options"] = new JArray(options.Select(option => NewOption(Call.Scalar(option["label"])!)));
        }

        if (call.Body["reference"] is { } reference)
            attribute["reference"] = reference;
        Store.Add(attribute);
        return call.Respond(attribute);
    }

    private JObject NewOption(string label) =>
        new() { ["id"] = $"fake-option-{workspace.NextNumber()}", ["label"] = label, ["archived"] = false };

    private FakeResponse Update(Call call)
    {
        var attribute = Find(call);
        foreach (var name in new[] { "name", "description", "multiline", "required", "visible_to_team_ids", "reference" })
        {
            if (call.Body[name] is { Type: not JTokenType.Null } value)
                attribute[name] = value.DeepClone();
        }

        return Touched(call, attribute);
    }

    private FakeResponse Archive(Call call)
    {
        var attribute = Find(call);
        attribute["archived"] = true;
        return Touched(call, attribute);
    }

    private FakeResponse Touched(Call call, JObject attribute)
    {
        attribute["updated_at"] = workspace.Clock.Now;
        return call.Respond(attribute);
    }

    private static JArray Options(JObject attribute) =>
        attribute["options"] as JArray ?? throw Unprocessable("Options can only be managed on list attributes");

    private static JToken Option(JObject attribute, Call call) =>
        Options(attribute).FirstOrDefault(option => Call.Scalar(option["id"]) == call.PathValues[1])
        ?? throw NotFound("List option not found");

    private FakeResponse AddOption(Call call)
    {
        var attribute = Find(call);
        Options(attribute).Add(NewOption(call.RequiredText("label")));
        return Touched(call, attribute);
    }

    private FakeResponse UpdateOption(Call call)
    {
        var attribute = Find(call);
        Option(attribute, call)["label"] = call.RequiredText("label");
        return Touched(call, attribute);
    }

    private FakeResponse ArchiveOption(Call call)
    {
        var attribute = Find(call);
        var option = Option(attribute, call);
        if (!IsArchived(option) && Options(attribute).Count(other => !IsArchived(other)) <= MinimumOptions)
            throw Unprocessable("A list attribute must have at least 2 active options");
        option["archived"] = true;
        return Touched(call, attribute);
    }
}
