namespace Intercom.Generated.Faults.Tests;

/// <summary>Valid response bodies in the shapes that Intercom sends.</summary>
internal static class Bodies
{
    public const string Contact = """
        {"type":"contact","id":"6762f0dd1bb69f9f2193bb83","workspace_id":"ecahpwf5","external_id":null,"role":"user","email":"ada@example.com","phone":"+1 23",
        "name":"Ada Łovelace 😀","avatar":{"type":"avatar","image_url":"https://example.com/a.png"},"owner_id":5017691,"has_hard_bounced":false,
        "social_profiles":{"type":"list","data":[{"type":"social_profile","name":"Twitter","url":"http://twitter.com/ada"}]},"created_at":1734537437,
        "updated_at":"1734537441","signed_up_at":1734537437.5,"location":{"type":"location","country":"Ireland","country_code":"IRL"},
        "tags":{"type":"list","data":[{"id":"1","type":"tag","url":"/tags/1"}],"url":"/contacts/1/tags","total_count":1,"has_more":false},
        "custom_attributes":{"paid":true,"seats":3,"rate":1.25,"since":1734537437,"plan":"pro","none":null,"list":{"type":"order.list","instances":[]}},"later":{"added":[1]}}
        """;

    public const string Conversation = """
        {"type":"conversation","id":"402","title":null,"created_at":1734537460,"waiting_since":null,"snoozed_until":null,"open":true,"state":"open","read":false,
        "priority":"not_priority","admin_assignee_id":0,"team_assignee_id":"5017691","tags":{"type":"tag.list","tags":[]},
        "source":{"type":"conversation","id":"403918251","delivered_as":"admin_initiated","subject":"","body":"<p>this is the message body</p>",
        "author":{"type":"admin","id":"991267645","name":"Ciaran Lee","email":"admin@example.com"},"attachments":[{"type":"upload","name":"a.jpg","filesize":1000}]},
        "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"6762f0f41bb69f9f2193bba7","external_id":"70"}]},"first_contact_reply":null,
        "sla_applied":{"type":"conversation_sla_summary","sla_name":"","sla_status":"hit"},"conversation_rating":{"rating":5,"remark":"","teammate":{"type":"admin","id":5}},
        "custom_attributes":{"Order":{"type":"order.list","instances":[{"id":"1","custom_attributes":{"x":1}}]}},"linked_objects":{"type":"list","data":[],"total_count":0,"has_more":false},
        "ai_agent":{"source_title":"Fin","resolution_state":"assumed_resolution","rating":4,"content_sources":{"type":"content_source.list","content_sources":[]}},
        "statistics":{"type":"conversation_statistics","time_to_assignment":2310,"count_reopens":1},
        "conversation_parts":{"type":"conversation_part.list","total_count":1,"conversation_parts":[{"type":"conversation_part","id":"3","part_type":"comment",
        "body":"<p>Hi</p>","created_at":1734537467,"assigned_to":{"type":"team","id":"1"},"author":{"type":"bot","id":"1"},"attachments":[],"redacted":false,
        "event_details":{"action":{"name":"n","result":"success"}},"metadata":{"quick_reply_options":[{"text":"a","uuid":"b"}]}}]}}
        """;

    public const string Ticket = """
        {"type":"ticket","id":"592","ticket_id":"32","ticket_attributes":{"_default_title_":"attribute_value","n":1},"category":"Back-office","open":true,
        "ticket_state":{"type":"ticket_state","id":"7493","category":"submitted","internal_label":"Submitted"},"ticket_type":{"type":"ticket_type","id":"53",
        "archived":false,"ticket_type_attributes":{"type":"list","data":[{"type":"ticket_type_attribute","id":"1","data_type":"list","input_options":{"multiline":false}}]}},
        "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"67"}]},"admin_assignee_id":"0","created_at":1734537745,"is_shared":false,
        "ticket_parts":{"type":"ticket_part.list","ticket_parts":[{"type":"ticket_part","id":"90","part_type":"ticket_attribute_updated_by_admin",
        "ticket_state":"submitted","previous_ticket_state":null,"created_at":1734537745,"author":{"id":"1","type":"admin"},"attachments":[],
        "updated_attribute_data":{"attribute":{"type":"attribute","id":"1","label":"L"},"value":{"type":"value","id":["a",2],"label":"x"}}}],"total_count":1}}
        """;

    public const string Errors = """
        {"type":"error.list","request_id":"0000001234","errors":[{"code":"parameter_invalid","message":"A contact matching those details already exists with id=6762f0","field":"email"},
        {"code":"intercom_version_invalid","message":null}],"error":{"code":"x","message":"y"},"error_key":"k","message":"m","code":"scroll_exists"}
        """;

    public const string ContactPage = $$$"""
        {"type":"list","total_count":2,"data":[{{{Contact}}},{"type":"contact","id":2,"avatar":"https://example.com/a.png"},null],
        "pages":{"type":"pages","page":1,"next":{"page":2,"starting_after":"WzE3MzQ1XQ=="},"per_page":2,"total_pages":2}}
        """;

    public const string ConversationPage = $$$"""
        {"type":"conversation.list","total_count":"1","conversations":[{{{Conversation}}}],"pages":{"type":"pages","page":"1",
        "next":"https://api.intercom.io/conversations?page=2&starting_after=x%20y","per_page":1,"total_pages":"3"}}
        """;

    public const string CompanyPage = """
        {"type":"list","data":[{"type":"company","id":"1","company_id":"c","name":"X","plan":{"type":"plan","id":"1","name":"p"},"monthly_spend":155.98,"session_count":0,
        "created_at":1394531169,"custom_attributes":{"a":"b"},"tags":{"type":"tag.list","tags":[]},"segments":{"type":"segment.list","segments":[]}}],
        "pages":null,"total_count":null,"scroll_param":"12345678-1234-1234-1234-123456789012"}
        """;

    public const string ActivityLogs = """
        {"type":"activity_log.list","pages":{"type":"pages","next":"https://api.intercom.io/admins/activity_logs?page=2","page":1,"per_page":20,"total_pages":2},
        "activity_logs":[{"id":"1","performed_by":{"type":"admin","id":"991","email":"a@example.com","ip":"127.0.0.1"},"metadata":{"message":"x","before":[1],"after":{"a":1},
        "changes":{"plan":{"before":1,"after":"2"}},"update_by":93},"created_at":1734537253,"activity_type":"app_name_change","activity_description":"x"}]}
        """;
}
