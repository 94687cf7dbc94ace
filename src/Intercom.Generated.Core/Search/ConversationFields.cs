namespace Intercom.Generated;

/// <summary>The fields by which conversations can be searched.</summary>
/// <remarks>
/// For conversations, Intercom documents <c>&gt;</c> and <c>&lt;</c> as including the value itself. For other fields, <see cref="SearchField"/> makes one from its name.
/// </remarks>
public static class ConversationFields
{
    /// <summary>The conversation's id.</summary>
    public static IdentifierSearchField Id { get; } = new("id");

    /// <summary>When the conversation was created.</summary>
    public static TimeSearchField CreatedAt { get; } = new("created_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When the conversation was last changed.</summary>
    public static TimeSearchField UpdatedAt { get; } = new("updated_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How the conversation began: <c>conversation</c>, <c>email</c>, <c>facebook</c>, <c>instagram</c>, <c>phone_call</c>, <c>phone_switch</c>, <c>push</c>, <c>sms</c>, <c>twitter</c> or <c>whatsapp</c>.</summary>
    public static TextSearchField SourceType { get; } = new("source.type");

    /// <summary>The id of the message with which it began.</summary>
    public static IdentifierSearchField SourceId { get; } = new("source.id");

    /// <summary>What made Intercom deliver the first message.</summary>
    public static TextSearchField SourceDeliveredAs { get; } = new("source.delivered_as");

    /// <summary>The subject of the first message.</summary>
    public static TextSearchField SourceSubject { get; } = new("source.subject");

    /// <summary>The words of the first message.</summary>
    /// <remarks>Matched word by word: <c>=</c> with one word of the text finds the conversation, with several words it finds nothing.</remarks>
    public static TextSearchField SourceBody { get; } = new("source.body");

    /// <summary>The id of the author of the first message.</summary>
    public static IdentifierSearchField SourceAuthorId { get; } = new("source.author.id");

    /// <summary>What the author of the first message is.</summary>
    public static TextSearchField SourceAuthorType { get; } = new("source.author.type");

    /// <summary>The name of the author of the first message.</summary>
    public static TextSearchField SourceAuthorName { get; } = new("source.author.name");

    /// <summary>The e-mail address of the author of the first message.</summary>
    public static TextSearchField SourceAuthorEmail { get; } = new("source.author.email");

    /// <summary>The address of the page on which it began.</summary>
    public static TextSearchField SourceUrl { get; } = new("source.url");

    /// <summary>The ids of the contacts who take part.</summary>
    public static IdentifierListSearchField ContactIds { get; } = new("contact_ids");

    /// <summary>The ids of the teammates who take part.</summary>
    public static IdentifierListSearchField TeammateIds { get; } = new("teammate_ids");

    /// <summary>The id of the admin to whom it is assigned.</summary>
    public static IdentifierSearchField AdminAssigneeId { get; } = new("admin_assignee_id", isNumeric: true);

    /// <summary>The id of the team to which it is assigned.</summary>
    public static IdentifierSearchField TeamAssigneeId { get; } = new("team_assignee_id", isNumeric: true);

    /// <summary>The channel through which it began.</summary>
    public static TextSearchField ChannelInitiated { get; } = new("channel_initiated");

    /// <summary>Whether it is open.</summary>
    public static BooleanSearchField Open { get; } = new("open");

    /// <summary>Whether it was read.</summary>
    public static BooleanSearchField Read { get; } = new("read");

    /// <summary>The state: <c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public static TextSearchField State { get; } = new("state");

    /// <summary>When a contact last wrote without having an answer.</summary>
    public static TimeSearchField WaitingSince { get; } = new("waiting_since", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When the snooze ends.</summary>
    public static TimeSearchField SnoozedUntil { get; } = new("snoozed_until", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The ids of its tags.</summary>
    public static IdentifierListSearchField TagIds { get; } = new("tag_ids");

    /// <summary>The priority: <c>priority</c> or <c>not_priority</c>.</summary>
    public static TextSearchField Priority { get; } = new("priority");

    /// <summary>How many seconds went by until it was first assigned.</summary>
    public static NumberSearchField StatisticsTimeToAssignment { get; } = new("statistics.time_to_assignment", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many seconds went by until an admin first replied.</summary>
    public static NumberSearchField StatisticsTimeToAdminReply { get; } = new("statistics.time_to_admin_reply", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many seconds went by until it was first closed.</summary>
    public static NumberSearchField StatisticsTimeToFirstClose { get; } = new("statistics.time_to_first_close", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many seconds went by until it was last closed.</summary>
    public static NumberSearchField StatisticsTimeToLastClose { get; } = new("statistics.time_to_last_close", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The median of the seconds until a reply.</summary>
    public static NumberSearchField StatisticsMedianTimeToReply { get; } = new("statistics.median_time_to_reply", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When a contact first replied.</summary>
    public static TimeSearchField StatisticsFirstContactReplyAt { get; } = new("statistics.first_contact_reply_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When it was first assigned.</summary>
    public static TimeSearchField StatisticsFirstAssignmentAt { get; } = new("statistics.first_assignment_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When an admin first replied.</summary>
    public static TimeSearchField StatisticsFirstAdminReplyAt { get; } = new("statistics.first_admin_reply_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When it was first closed.</summary>
    public static TimeSearchField StatisticsFirstCloseAt { get; } = new("statistics.first_close_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When it was last assigned.</summary>
    public static TimeSearchField StatisticsLastAssignmentAt { get; } = new("statistics.last_assignment_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When an admin first replied after the last assignment.</summary>
    public static TimeSearchField StatisticsLastAssignmentAdminReplyAt { get; } = new("statistics.last_assignment_admin_reply_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When a contact last replied.</summary>
    public static TimeSearchField StatisticsLastContactReplyAt { get; } = new("statistics.last_contact_reply_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When an admin last replied.</summary>
    public static TimeSearchField StatisticsLastAdminReplyAt { get; } = new("statistics.last_admin_reply_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When it was last closed.</summary>
    public static TimeSearchField StatisticsLastCloseAt { get; } = new("statistics.last_close_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The id of the admin who last closed it.</summary>
    public static IdentifierSearchField StatisticsLastClosedById { get; } = new("statistics.last_closed_by_id");

    /// <summary>How often it was opened again.</summary>
    public static NumberSearchField StatisticsCountReopens { get; } = new("statistics.count_reopens", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How often it was assigned.</summary>
    public static NumberSearchField StatisticsCountAssignments { get; } = new("statistics.count_assignments", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many parts it has.</summary>
    public static NumberSearchField StatisticsCountConversationParts { get; } = new("statistics.count_conversation_parts", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When a rating was asked for.</summary>
    public static TimeSearchField ConversationRatingRequestedAt { get; } = new("conversation_rating.requested_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>When the rating was given.</summary>
    public static TimeSearchField ConversationRatingRepliedAt { get; } = new("conversation_rating.replied_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The rating, from 1 to 5.</summary>
    public static NumberSearchField ConversationRatingScore { get; } = new("conversation_rating.score", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>What was written to the rating.</summary>
    public static TextSearchField ConversationRatingRemark { get; } = new("conversation_rating.remark");

    /// <summary>The id of the contact who rated.</summary>
    public static IdentifierSearchField ConversationRatingContactId { get; } = new("conversation_rating.contact_id");

    /// <summary>The id of the admin who was rated.</summary>
    /// <remarks>The published list of fields misspells it.</remarks>
    public static IdentifierSearchField ConversationRatingAdminId { get; } = new("conversation_rating.admin_id");

    /// <summary>Whether the AI agent took part.</summary>
    public static BooleanSearchField AiAgentParticipated { get; } = new("ai_agent_participated");

    /// <summary>How the part of the AI agent ended.</summary>
    public static TextSearchField AiAgentResolutionState { get; } = new("ai_agent.resolution_state");

    /// <summary>The kind of the last answer of the AI agent.</summary>
    public static TextSearchField AiAgentLastAnswerType { get; } = new("ai_agent.last_answer_type");

    /// <summary>The rating of the AI agent.</summary>
    public static NumberSearchField AiAgentRating { get; } = new("ai_agent.rating", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>What was written to the rating of the AI agent.</summary>
    public static TextSearchField AiAgentRatingRemark { get; } = new("ai_agent.rating_remark");

    /// <summary>What brought the AI agent into the conversation.</summary>
    public static TextSearchField AiAgentSourceType { get; } = new("ai_agent.source_type");

    /// <summary>The title of what brought the AI agent into the conversation.</summary>
    public static TextSearchField AiAgentSourceTitle { get; } = new("ai_agent.source_title");
}
