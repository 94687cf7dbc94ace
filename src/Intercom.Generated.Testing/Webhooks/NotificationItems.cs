using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Webhooks;

/// <summary>Creates the items of notifications from the stored resources.</summary>
internal static class NotificationItems
{
    /// <summary>Contacts and companies have times with an offset. Statistics and articles have times in UTC.</summary>
    private const string OffsetTime = "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'";
    private const string UtcTime = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static JObject Contact(JObject contact)
    {
        var id = (string)contact["id"]!;
        var item = Fill(ItemTemplates.Contact, contact);
        foreach (var name in new[] { "tags", "notes", "companies" })
            item[name] = Fill(EmptyList(id, name), contact[name] as JObject ?? []);

        item["opted_out_subscription_types"] = EmptyList(id, "subscriptions");
        item["opted_in_subscription_types"] = EmptyList(id, "subscriptions");
        return item;
    }

    /// <summary>Creates the short item of a contact that was archived or deleted.</summary>
    public static JObject ContactFlag(JObject contact, string flag) => new()
    {
        ["id"] = contact["id"],
        ["external_id"] = contact["external_id"] ?? JValue.CreateNull(),
        ["type"] = "contact",
        [flag] = true,
    };

    public static JObject MergedContact(JObject contact, string source)
    {
        var item = Contact(contact);
        item["merged_from"] = new JObject { ["type"] = "contact", ["id"] = source };
        return item;
    }

    public static JObject ContactTag(JObject contact, JObject tag) => new()
    {
        ["type"] = "contact_tag",
        ["tag"] = new JObject { ["type"] = "tag", ["id"] = tag["id"], ["name"] = tag["name"] },
        ["contact"] = Contact(contact),
    };

    /// <summary>Creates the item of a contact who subscribed or unsubscribed.</summary>
    public static JObject Subscription(string type, JObject contact, long createdAt, params JObject[] subscriptionTypes) => new()
    {
        ["type"] = type,
        ["contact"] = Contact(contact),
        ["subscription_types"] = new JObject
        {
            ["type"] = "list",
            ["data"] = new JArray(subscriptionTypes.Select(subscription => subscription.DeepClone())),
        },
        ["created_at"] = Iso(createdAt, OffsetTime),
    };

    public static JObject Company(JObject company)
    {
        var item = Fill(ItemTemplates.Company, company);
        if (item["plan"] is JObject { Count: 0 })
            item["plan"] = null;
        item["tag_ids"] = TagIds(company);
        return item;
    }

    public static JObject DeletedCompany(JObject company) => new()
    {
        ["id"] = company["id"],
        ["type"] = "company",
        ["deleted"] = true,
    };

    /// <summary>Creates the item of a contact that was attached to a company or detached. It has no type.</summary>
    public static JObject CompanyContact(JObject company, JObject contact)
    {
        var linked = Fill(ItemTemplates.LinkedCompany, company);
        linked["plan_id"] = company["plan"]?["id"];
        linked["tag_ids"] = TagIds(company);
        return new JObject { ["company"] = linked, ["contact"] = LinkedContact(contact) };
    }

    /// <summary>Creates a conversation with only the parts of the event.</summary>
    public static JObject Conversation(JObject conversation, params JObject[] parts)
    {
        var item = (JObject)conversation.DeepClone();
        item["conversation_parts"] = new JObject
        {
            ["type"] = "conversation_part.list",
            ["conversation_parts"] = new JArray(parts.Select(part => part.DeepClone())),
            ["total_count"] = parts.Length,
        };
        foreach (var statistic in (item["statistics"] as JObject)?.Properties() ?? [])
        {
            if (statistic.Name.EndsWith("_at", StringComparison.Ordinal))
                statistic.Value = Iso(statistic.Value, UtcTime);
        }

        if (item["teammates"] is JObject teammates && teammates["teammates"] is { } admins)
            item["teammates"] = new JObject { ["type"] = "admin.list", ["admins"] = admins.DeepClone() };
        return item;
    }

    /// <summary>Creates the item of a deleted conversation, which has no member <c>id</c>.</summary>
    public static JObject DeletedConversation(JObject conversation) => new()
    {
        ["type"] = "conversation",
        ["conversation_id"] = conversation["id"],
    };

    /// <summary>
    /// Creates the item of a participant who was added or removed. The conversation has an internal format, of which only the IDs are
    /// reliable.
    /// </summary>
    public static JObject ConversationContact(JObject conversation, JObject contact) => new()
    {
        ["conversation"] = new JObject
        {
            ["parts"] = new JArray(),
            ["options"] = new JObject { ["expand_for_notification"] = true },
            ["model"] = new JObject
            {
                ["id"] = Number(conversation["id"]),
                ["user_id"] = conversation.SelectToken("contacts.contacts[0].id"),
                ["created_at"] = Iso(conversation["created_at"], UtcTime),
                ["updated_at"] = Iso(conversation["updated_at"], UtcTime),
                ["company_id"] = "-1",
                ["message_type"] = "conversation",
                ["read"] = conversation["read"],
                ["deleted"] = false,
            },
        },
        ["contact"] = LinkedContact(contact),
    };

    /// <summary>Creates an article, whose times are text and whose author is a number.</summary>
    public static JObject Article(JObject article)
    {
        var item = (JObject)article.DeepClone();
        foreach (var name in new[] { "created_at", "updated_at" })
            item[name] = Iso(article[name], UtcTime);
        item["author_id"] = Number(article["author_id"]);
        return item;
    }

    /// <summary>Creates an admin, whose ID is a number.</summary>
    public static JObject Admin(JObject admin)
    {
        var item = (JObject)admin.DeepClone();
        item["id"] = Number(admin["id"]);
        return item;
    }

    /// <summary>Creates an item with the members of a template, and the values of a resource for those that it has.</summary>
    private static JObject Fill(JObject template, JObject resource)
    {
        var item = new JObject();
        foreach (var member in template.Properties())
        {
            var value = resource[member.Name] is { Type: not JTokenType.Null } stored ? stored : member.Value;
            if (value is JObject nested && member.Value is JObject { Count: > 0 } part)
                item[member.Name] = Fill(part, nested);
            else
                item[member.Name] = member.Name.EndsWith("_at", StringComparison.Ordinal) ? Iso(value, OffsetTime) : value.DeepClone();
        }

        return item;
    }

    private static JToken Number(JToken? id) =>
        long.TryParse((string?)(id as JValue), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : id?.DeepClone() ?? JValue.CreateNull();

    private static JToken Iso(JToken? time, string format) => time is JValue { Value: long seconds }
        ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(format, CultureInfo.InvariantCulture)
        : time?.DeepClone() ?? JValue.CreateNull();

    private static JObject EmptyList(string contactId, string name) => new()
    {
        ["type"] = "list",
        ["data"] = new JArray(),
        ["url"] = $"/contacts/{contactId}/{name}",
        ["total_count"] = 0,
        ["has_more"] = false,
    };

    /// <summary>Contacts in pairs have one more member.</summary>
    private static JObject LinkedContact(JObject contact)
    {
        var item = Contact(contact);
        item.Property("phone")!.AddAfterSelf(new JProperty("formatted_phone", JValue.CreateNull()));
        return item;
    }

    private static JArray TagIds(JObject company) => [.. company.SelectTokens("tags.tags[*].id").Select(id => id.DeepClone())];
}
