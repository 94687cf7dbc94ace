using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The statistics of a conversation. Values that are not known yet are missing.</summary>
internal static class ConversationStatistics
{
    public static JObject New() => new()
    {
        ["type"] = "conversation_statistics",
        ["count_reopens"] = 0,
        ["count_assignments"] = 0,
        ["count_conversation_parts"] = 1,
    };

    public static void CountPart(JObject conversation) => Count(conversation, "count_conversation_parts");

    public static void ContactReplied(JObject conversation, long now) =>
        Record(conversation, "first_contact_reply_at", "last_contact_reply_at", null, null, now);

    public static void AdminReplied(JObject conversation, long now)
    {
        Record(conversation, "first_admin_reply_at", "last_admin_reply_at", "time_to_admin_reply", null, now);
        if (Of(conversation) is { } statistics && statistics["last_assignment_at"] is not null)
            statistics["last_assignment_admin_reply_at"] = now;
    }

    public static void Assigned(JObject conversation, long now)
    {
        Record(conversation, "first_assignment_at", "last_assignment_at", "time_to_assignment", null, now);
        Count(conversation, "count_assignments");
    }

    public static void Closed(JObject conversation, long now, string adminId)
    {
        Record(conversation, "first_close_at", "last_close_at", "time_to_first_close", "time_to_last_close", now);
        if (Of(conversation) is { } statistics)
            statistics["last_closed_by_id"] = adminId;
    }

    public static void Reopened(JObject conversation) => Count(conversation, "count_reopens");

    private static JObject? Of(JObject conversation) => conversation["statistics"] as JObject;

    private static void Count(JObject conversation, string name)
    {
        if (Of(conversation) is { } statistics)
            statistics[name] = ((int?)statistics[name] ?? 0) + 1;
    }

    private static void Record(JObject conversation, string first, string last, string? toFirst, string? toLast, long now)
    {
        if (Of(conversation) is not { } statistics)
            return;
        var elapsed = now - ((long?)conversation["created_at"] ?? now);
        if (statistics[first] is null or { Type: JTokenType.Null })
        {
            statistics[first] = now;
            if (toFirst is not null)
                statistics[toFirst] = elapsed;
        }

        statistics[last] = now;
        if (toLast is not null)
            statistics[toLast] = elapsed;
    }
}
