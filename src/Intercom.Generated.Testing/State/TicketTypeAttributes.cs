using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The attributes of ticket types, which are part of the type.</summary>
internal sealed class TicketTypeAttributes
{
    private static readonly string[] DefaultNames = ["_default_title_", "_default_description_"];

    private readonly Workspace _workspace;
    private readonly ResourceOperations _types;
    private readonly EntityShape _shape;

    public TicketTypeAttributes(Workspace workspace, ResourceOperations types)
    {
        _workspace = workspace;
        _types = types;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("POST /ticket_types/{}/attributes"));
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /ticket_types/{}/attributes", Create);
        table.Add("PUT /ticket_types/{}/attributes/{}", Update);
    }

    /// <summary>Gets the attributes of a type. Versions differ in the name of the list.</summary>
    public static JArray Of(JObject ticketType)
    {
        if (ticketType["ticket_type_attributes"] is not JObject list)
            ticketType["ticket_type_attributes"] = list = new JObject { ["type"] = "list" };
        if ((list["data"] ?? list["ticket_type_attributes"]) is not JArray attributes)
            list["data"] = attributes = [];
        return attributes;
    }

    /// <summary>Completes a new type.</summary>
    public static void AddDefaults(JObject ticketType, JObject sent) => Of(ticketType);

    /// <summary>Gets the names of attributes that a ticket of the type does not have.</summary>
    public static IReadOnlyList<string> Unknown(JObject ticketType, JObject attributes)
    {
        var known = new HashSet<string?>(Of(ticketType).Where(attribute => attribute["archived"] is not JValue { Value: true })
            .Select(attribute => Call.Scalar(attribute["name"])));
        return [.. attributes.Properties().Select(attribute => attribute.Name)
            .Where(name => !known.Contains(name) && !DefaultNames.Contains(name))];
    }

    /// <summary>Gets the names of attributes that a ticket must have when it is created.</summary>
    public static IReadOnlyList<string> Missing(JObject ticketType, JObject attributes) =>
    [
        .. Of(ticketType).Where(attribute => attribute["required_to_create"] is JValue { Value: true }
                && attribute["archived"] is not JValue { Value: true })
            .Select(attribute => Call.Scalar(attribute["name"])!).Where(name => attributes[name] is null or { Type: JTokenType.Null }),
    ];

    private FakeResponse Create(Call call)
    {
        var type = _types.Find(call.PathValues[0]);
        var now = _workspace.Clock.Tick();
        var attributes = Of(type);
        var attribute = _shape.New();
        attribute["type"] = "ticket_type_attribute";
        attribute["id"] = _workspace.NextNumber();
        _shape.Set(attribute, "workspace_id", Workspace.Id);
        _shape.Set(attribute, "ticket_type_id", type["id"]!);
        _shape.Set(attribute, "order", attributes.Count);
        foreach (var (name, value) in new[]
        {
            ("required_to_create", false), ("required_to_create_for_contacts", false), ("visible_on_create", true),
            ("visible_to_contacts", true), ("default", false), ("archived", false),
        })
        {
            _shape.Set(attribute, name, value);
        }

        _shape.SetTime(attribute, "created_at", now);
        Write(attribute, call.Body, now);
        attributes.Add(attribute);
        return call.Respond(attribute);
    }

    private FakeResponse Update(Call call)
    {
        var attribute = Of(_types.Find(call.PathValues[0])).OfType<JObject>()
            .FirstOrDefault(candidate => Call.Scalar(candidate["id"]) == call.PathValues[1]) ?? throw Rejection.ResourceNotFound();
        Write(attribute, call.Body, _workspace.Clock.Tick());
        return call.Respond(attribute);
    }

    private void Write(JObject attribute, JObject sent, long now)
    {
        _shape.Merge(attribute, sent, "created_at", "updated_at");
        if (sent["list_items"] is not null || sent["multiline"] is not null)
        {
            var options = attribute["input_options"] as JObject ?? [];
            if (sent["multiline"] is { } multiline)
                options["multiline"] = multiline;
            if (Call.Scalar(sent["list_items"]) is { } items)
                options["list_options"] = Items(items, options["list_options"] as JArray ?? []);
            attribute["input_options"] = options;
        }

        _shape.SetTime(attribute, "updated_at", now);
    }

    /// <summary>Creates the items of a list attribute. Items that the attribute already has keep their IDs.</summary>
    private static JArray Items(string labels, JArray before)
    {
        var items = new JArray();
        foreach (var label in labels.Split(',').Select(label => label.Trim()))
        {
            items.Add(before.FirstOrDefault(item => Call.Scalar(item["label"]) == label)?.DeepClone() ?? new JObject
            {
                ["id"] = string.Format(CultureInfo.InvariantCulture, "fake-item-{0}-{1}", before.Count, items.Count),
                ["label"] = label,
                ["archived"] = false,
            });
        }

        return items;
    }
}
