using System.Text.Json.Serialization;
using Newtonsoft.Json;
using NewtonsoftConverter = Newtonsoft.Json.JsonConverterAttribute;
using NewtonsoftUnixTime = Newtonsoft.Json.Converters.UnixDateTimeConverter;
using SystemTextConverter = System.Text.Json.Serialization.JsonConverterAttribute;

namespace Intercom.Generated.Benchmarks.Plain;

public sealed class Conversation<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("title"), JsonProperty("title")]
    public string? Title { get; set; }

    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("waiting_since"), JsonProperty("waiting_since")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? WaitingSince { get; set; }

    [JsonPropertyName("snoozed_until"), JsonProperty("snoozed_until")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? SnoozedUntil { get; set; }

    [JsonPropertyName("open"), JsonProperty("open")]
    public bool? Open { get; set; }

    [JsonPropertyName("state"), JsonProperty("state")]
    public string? State { get; set; }

    [JsonPropertyName("read"), JsonProperty("read")]
    public bool? Read { get; set; }

    [JsonPropertyName("priority"), JsonProperty("priority")]
    public string? Priority { get; set; }

    [JsonPropertyName("admin_assignee_id"), JsonProperty("admin_assignee_id")]
    public string? AdminAssigneeId { get; set; }

    [JsonPropertyName("team_assignee_id"), JsonProperty("team_assignee_id")]
    public string? TeamAssigneeId { get; set; }

    [JsonPropertyName("tags"), JsonProperty("tags")]
    public Tags<TJson>? Tags { get; set; }

    [JsonPropertyName("conversation_rating"), JsonProperty("conversation_rating")]
    public ConversationRating<TJson>? ConversationRating { get; set; }

    [JsonPropertyName("source"), JsonProperty("source")]
    public ConversationSource<TJson>? Source { get; set; }

    [JsonPropertyName("contacts"), JsonProperty("contacts")]
    public ConversationContacts<TJson>? Contacts { get; set; }

    [JsonPropertyName("teammates"), JsonProperty("teammates")]
    public ConversationTeammates<TJson>? Teammates { get; set; }

    [JsonPropertyName("custom_attributes"), JsonProperty("custom_attributes")]
    public Dictionary<string, TJson>? CustomAttributes { get; set; }

    [JsonPropertyName("first_contact_reply"), JsonProperty("first_contact_reply")]
    public ConversationFirstContactReply<TJson>? FirstContactReply { get; set; }

    [JsonPropertyName("sla_applied"), JsonProperty("sla_applied")]
    public AppliedSla<TJson>? SlaApplied { get; set; }

    [JsonPropertyName("statistics"), JsonProperty("statistics")]
    public ConversationStatistics<TJson>? Statistics { get; set; }

    [JsonPropertyName("conversation_parts"), JsonProperty("conversation_parts")]
    public ConversationParts<TJson>? ConversationParts { get; set; }

    [JsonPropertyName("linked_objects"), JsonProperty("linked_objects")]
    public LinkedObjectList<TJson>? LinkedObjects { get; set; }

    [JsonPropertyName("ai_agent_participated"), JsonProperty("ai_agent_participated")]
    public bool? AiAgentParticipated { get; set; }

    [JsonPropertyName("ai_agent"), JsonProperty("ai_agent")]
    public AiAgent<TJson>? AiAgent { get; set; }

    [JsonPropertyName("topics"), JsonProperty("topics")]
    public ConversationTopics<TJson>? Topics { get; set; }
}

public sealed class Tags<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("tags"), JsonProperty("tags")]
    public List<Tag<TJson>>? Items { get; set; }
}

public sealed class Tag<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("applied_at"), JsonProperty("applied_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? AppliedAt { get; set; }

    [JsonPropertyName("applied_by"), JsonProperty("applied_by")]
    public Reference<TJson>? AppliedBy { get; set; }
}

public sealed class Reference<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }
}

public sealed class ConversationRating<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("rating"), JsonProperty("rating")]
    public long? Rating { get; set; }

    [JsonPropertyName("remark"), JsonProperty("remark")]
    public string? Remark { get; set; }

    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("contact"), JsonProperty("contact")]
    public ContactReference<TJson>? Contact { get; set; }

    [JsonPropertyName("teammate"), JsonProperty("teammate")]
    public Reference<TJson>? Teammate { get; set; }
}

public sealed class ContactReference<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("external_id"), JsonProperty("external_id")]
    public string? ExternalId { get; set; }
}

public sealed class ConversationSource<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("delivered_as"), JsonProperty("delivered_as")]
    public string? DeliveredAs { get; set; }

    [JsonPropertyName("subject"), JsonProperty("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("body"), JsonProperty("body")]
    public string? Body { get; set; }

    [JsonPropertyName("author"), JsonProperty("author")]
    public ConversationPartAuthor<TJson>? Author { get; set; }

    [JsonPropertyName("attachments"), JsonProperty("attachments")]
    public List<PartAttachment<TJson>>? Attachments { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }

    [JsonPropertyName("redacted"), JsonProperty("redacted")]
    public bool? Redacted { get; set; }
}

public sealed class ConversationPartAuthor<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email"), JsonProperty("email")]
    public string? Email { get; set; }

    [JsonPropertyName("from_ai_agent"), JsonProperty("from_ai_agent")]
    public bool? FromAiAgent { get; set; }

    [JsonPropertyName("is_ai_answer"), JsonProperty("is_ai_answer")]
    public bool? IsAiAnswer { get; set; }
}

public sealed class PartAttachment<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }

    [JsonPropertyName("content_type"), JsonProperty("content_type")]
    public string? ContentType { get; set; }

    [JsonPropertyName("filesize"), JsonProperty("filesize")]
    public long? Filesize { get; set; }

    [JsonPropertyName("width"), JsonProperty("width")]
    public long? Width { get; set; }

    [JsonPropertyName("height"), JsonProperty("height")]
    public long? Height { get; set; }
}

public sealed class ConversationContacts<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("contacts"), JsonProperty("contacts")]
    public List<ContactReference<TJson>>? Contacts { get; set; }
}

public sealed class ConversationTeammates<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("teammates"), JsonProperty("teammates")]
    public List<Reference<TJson>>? Teammates { get; set; }

    [JsonPropertyName("admins"), JsonProperty("admins")]
    public List<Reference<TJson>>? Admins { get; set; }
}

public sealed class ConversationFirstContactReply<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }
}

public sealed class AppliedSla<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("sla_name"), JsonProperty("sla_name")]
    public string? SlaName { get; set; }

    [JsonPropertyName("sla_status"), JsonProperty("sla_status")]
    public string? SlaStatus { get; set; }
}

public sealed class ConversationStatistics<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("time_to_assignment"), JsonProperty("time_to_assignment")]
    public long? TimeToAssignment { get; set; }

    [JsonPropertyName("time_to_admin_reply"), JsonProperty("time_to_admin_reply")]
    public long? TimeToAdminReply { get; set; }

    [JsonPropertyName("time_to_first_close"), JsonProperty("time_to_first_close")]
    public long? TimeToFirstClose { get; set; }

    [JsonPropertyName("time_to_last_close"), JsonProperty("time_to_last_close")]
    public long? TimeToLastClose { get; set; }

    [JsonPropertyName("median_time_to_reply"), JsonProperty("median_time_to_reply")]
    public long? MedianTimeToReply { get; set; }

    [JsonPropertyName("first_contact_reply_at"), JsonProperty("first_contact_reply_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? FirstContactReplyAt { get; set; }

    [JsonPropertyName("first_assignment_at"), JsonProperty("first_assignment_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? FirstAssignmentAt { get; set; }

    [JsonPropertyName("first_admin_reply_at"), JsonProperty("first_admin_reply_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? FirstAdminReplyAt { get; set; }

    [JsonPropertyName("first_close_at"), JsonProperty("first_close_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? FirstCloseAt { get; set; }

    [JsonPropertyName("last_assignment_at"), JsonProperty("last_assignment_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastAssignmentAt { get; set; }

    [JsonPropertyName("last_assignment_admin_reply_at"), JsonProperty("last_assignment_admin_reply_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastAssignmentAdminReplyAt { get; set; }

    [JsonPropertyName("last_contact_reply_at"), JsonProperty("last_contact_reply_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastContactReplyAt { get; set; }

    [JsonPropertyName("last_admin_reply_at"), JsonProperty("last_admin_reply_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastAdminReplyAt { get; set; }

    [JsonPropertyName("last_close_at"), JsonProperty("last_close_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastCloseAt { get; set; }

    [JsonPropertyName("last_closed_by_id"), JsonProperty("last_closed_by_id")]
    public string? LastClosedById { get; set; }

    [JsonPropertyName("count_reopens"), JsonProperty("count_reopens")]
    public long? CountReopens { get; set; }

    [JsonPropertyName("count_assignments"), JsonProperty("count_assignments")]
    public long? CountAssignments { get; set; }

    [JsonPropertyName("count_conversation_parts"), JsonProperty("count_conversation_parts")]
    public long? CountConversationParts { get; set; }

    [JsonPropertyName("assigned_team_first_response_time"), JsonProperty("assigned_team_first_response_time")]
    public List<ConversationResponseTime<TJson>>? AssignedTeamFirstResponseTime { get; set; }

    [JsonPropertyName("assigned_team_first_response_time_in_office_hours")]
    [JsonProperty("assigned_team_first_response_time_in_office_hours")]
    public List<ConversationResponseTime<TJson>>? AssignedTeamFirstResponseTimeInOfficeHours { get; set; }

    [JsonPropertyName("handling_time"), JsonProperty("handling_time")]
    public long? HandlingTime { get; set; }

    [JsonPropertyName("adjusted_handling_time"), JsonProperty("adjusted_handling_time")]
    public long? AdjustedHandlingTime { get; set; }
}

public sealed class ConversationResponseTime<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("team_id"), JsonProperty("team_id")]
    public string? TeamId { get; set; }

    [JsonPropertyName("team_name"), JsonProperty("team_name")]
    public string? TeamName { get; set; }

    [JsonPropertyName("response_time"), JsonProperty("response_time")]
    public long? ResponseTime { get; set; }
}

public sealed class ConversationParts<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("conversation_parts"), JsonProperty("conversation_parts")]
    public List<ConversationPart<TJson>>? Items { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }
}

public sealed class ConversationPart<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("part_type"), JsonProperty("part_type")]
    public string? PartType { get; set; }

    [JsonPropertyName("body"), JsonProperty("body")]
    public string? Body { get; set; }

    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("notified_at"), JsonProperty("notified_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? NotifiedAt { get; set; }

    [JsonPropertyName("assigned_to"), JsonProperty("assigned_to")]
    public Reference<TJson>? AssignedTo { get; set; }

    [JsonPropertyName("author"), JsonProperty("author")]
    public ConversationPartAuthor<TJson>? Author { get; set; }

    [JsonPropertyName("attachments"), JsonProperty("attachments")]
    public List<PartAttachment<TJson>>? Attachments { get; set; }

    [JsonPropertyName("external_id"), JsonProperty("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("redacted"), JsonProperty("redacted")]
    public bool? Redacted { get; set; }

    [JsonPropertyName("email_message_metadata"), JsonProperty("email_message_metadata")]
    public EmailMessageMetadata<TJson>? EmailMessageMetadata { get; set; }

    [JsonPropertyName("metadata"), JsonProperty("metadata")]
    public ConversationPartMetadata<TJson>? Metadata { get; set; }

    [JsonPropertyName("state"), JsonProperty("state")]
    public string? State { get; set; }

    [JsonPropertyName("tags"), JsonProperty("tags")]
    public List<TagBasic<TJson>>? Tags { get; set; }

    [JsonPropertyName("event_details"), JsonProperty("event_details")]
    public ConversationEventDetails<TJson>? EventDetails { get; set; }

    [JsonPropertyName("app_package_code"), JsonProperty("app_package_code")]
    public string? AppPackageCode { get; set; }
}

public sealed class EmailMessageMetadata<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("subject"), JsonProperty("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("email_address_headers"), JsonProperty("email_address_headers")]
    public List<EmailAddressHeader<TJson>>? EmailAddressHeaders { get; set; }
}

public sealed class EmailAddressHeader<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("email_address"), JsonProperty("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}

public sealed class ConversationPartMetadata<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("quick_reply_options"), JsonProperty("quick_reply_options")]
    public List<QuickReplyOption<TJson>>? QuickReplyOptions { get; set; }

    [JsonPropertyName("quick_reply_uuid"), JsonProperty("quick_reply_uuid")]
    public string? QuickReplyUuid { get; set; }
}

public sealed class QuickReplyOption<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("text"), JsonProperty("text")]
    public string? Text { get; set; }

    [JsonPropertyName("uuid"), JsonProperty("uuid")]
    public string? Uuid { get; set; }

    [JsonPropertyName("translations"), JsonProperty("translations")]
    public Dictionary<string, TJson>? Translations { get; set; }
}

public sealed class TagBasic<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}

public sealed class ConversationEventDetails<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("workflow"), JsonProperty("workflow")]
    public ConversationEventWorkflow<TJson>? Workflow { get; set; }

    [JsonPropertyName("attribute"), JsonProperty("attribute")]
    public ConversationEventField<TJson>? Attribute { get; set; }

    [JsonPropertyName("value"), JsonProperty("value")]
    public ConversationEventAttributeValue<TJson>? Value { get; set; }

    [JsonPropertyName("action"), JsonProperty("action")]
    public ConversationEventAction<TJson>? Action { get; set; }

    [JsonPropertyName("event"), JsonProperty("event")]
    public ConversationEventOutcome<TJson>? Event { get; set; }
}

public sealed class ConversationEventWorkflow<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}

public sealed class ConversationEventField<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}

public sealed class ConversationEventAttributeValue<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}

public sealed class ConversationEventAction<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("result"), JsonProperty("result")]
    public string? Result { get; set; }
}

public sealed class ConversationEventOutcome<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("result"), JsonProperty("result")]
    public string? Result { get; set; }
}

public sealed class LinkedObjectList<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("has_more"), JsonProperty("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("data"), JsonProperty("data")]
    public List<LinkedObject<TJson>>? Data { get; set; }
}

public sealed class LinkedObject<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("category"), JsonProperty("category")]
    public string? Category { get; set; }
}

public sealed class AiAgent<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("source_type"), JsonProperty("source_type")]
    public string? SourceType { get; set; }

    [JsonPropertyName("source_title"), JsonProperty("source_title")]
    public string? SourceTitle { get; set; }

    [JsonPropertyName("last_answer_type"), JsonProperty("last_answer_type")]
    public string? LastAnswerType { get; set; }

    [JsonPropertyName("resolution_state"), JsonProperty("resolution_state")]
    public string? ResolutionState { get; set; }

    [JsonPropertyName("rating"), JsonProperty("rating")]
    public long? Rating { get; set; }

    [JsonPropertyName("rating_remark"), JsonProperty("rating_remark")]
    public string? RatingRemark { get; set; }

    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("content_sources"), JsonProperty("content_sources")]
    public ContentSourceList<TJson>? ContentSources { get; set; }
}

public sealed class ContentSourceList<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("content_sources"), JsonProperty("content_sources")]
    public List<ContentSource<TJson>>? ContentSources { get; set; }
}

public sealed class ContentSource<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("content_type"), JsonProperty("content_type")]
    public string? ContentType { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }

    [JsonPropertyName("title"), JsonProperty("title")]
    public string? Title { get; set; }

    [JsonPropertyName("locale"), JsonProperty("locale")]
    public string? Locale { get; set; }
}

public sealed class ConversationTopics<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("topics"), JsonProperty("topics")]
    public List<ConversationTopic<TJson>>? Topics { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }
}

public sealed class ConversationTopic<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }
}
