namespace Intercom.Generated.Versions.Tests;

/// <summary>Where the versions' surfaces differ for the same operation or member, and why.</summary>
internal static class VersionDifferences
{
    private const string NewInPreview = "Preview takes optional query parameters that the stable versions do not have.";

    public static IReadOnlyDictionary<string, string> Operations { get; } = new Dictionary<string, string>
    {
        ["GET /contacts/{}: 2.11, 2.12, 2.14: (String) => Task<Contact>; Preview: (String, ContactGetOptions) => Task<Contact>"] = NewInPreview,
        ["GET /contacts: 2.11, 2.12, 2.14: () => IntercomPageable<Contact>; Preview: (ContactListOptions) => IntercomPageable<Contact>"] = NewInPreview,
        ["GET /conversations: 2.11, 2.12, 2.14: () => IntercomPageable<ConversationListItem>; Preview: (ConversationListOptions) => IntercomPageable<ConversationListItem>"] = NewInPreview,
        ["POST /contacts/merge: 2.11, 2.12, 2.14: (MergeContactsRequest) => Task<Contact>; Preview: (MergeContactsRequest, ContactMergeOptions) => Task<Contact>"] = NewInPreview,
        ["POST /contacts/search: 2.11, 2.12, 2.14: (SearchRequest) => IntercomPageable<Contact>; Preview: (SearchRequest, ContactSearchOptions) => IntercomPageable<Contact>"] = NewInPreview,
        ["POST /conversations/search: 2.11, 2.12, 2.14: (SearchRequest) => IntercomPageable<ConversationListItem>; Preview: (SearchRequest, ConversationSearchOptions) => IntercomPageable<ConversationListItem>"] = NewInPreview,
        ["PUT /contacts/{}: 2.11, 2.12, 2.14: (String, UpdateContactRequest) => Task<Contact>; Preview: (String, UpdateContactRequest, ContactUpdateOptions) => Task<Contact>"] = NewInPreview,
        ["POST /tags: 2.11, 2.12, 2.14: (CreateTagRequest) => Task<TagBasic>; Preview: (CreateTagRequest) => Task<CreatedTag>"] =
            "Preview also answers what the tag was put on and what was not found.",
    };

    public static IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["CreateMessageRequest.To: 2.11, 2.12: MessageRecipient; 2.14, Preview: MessageRecipients"] =
            "From 2.14 on a message can go to several recipients, so that the value is one or a list.",
        ["Ticket.TicketState: 2.11: TicketStateCategory?; 2.12, 2.14, Preview: TicketState"] =
            "2.11 answers the category as text, later versions a state with labels.",
    };
}
