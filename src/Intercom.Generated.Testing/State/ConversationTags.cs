using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The tags of a conversation. They are stored in the conversation itself.</summary>
internal static class ConversationTags
{
    public static void Add(JObject conversation, JObject tag)
    {
        Remove(conversation, (string)tag["id"]!);
        if (conversation["tags"] is not JObject list || list["tags"] is not JArray tags)
            conversation["tags"] = new JObject { ["type"] = "tag.list", ["tags"] = tags = [] };
        tags.Add(tag);
    }

    public static bool Remove(JObject conversation, string tagId)
    {
        var found = conversation["tags"]?["tags"]?.OfType<JObject>().FirstOrDefault(tag => (string?)tag["id"] == tagId);
        found?.Remove();
        return found is not null;
    }
}
