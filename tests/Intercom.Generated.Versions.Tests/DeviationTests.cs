using System.Net;
using Intercom.Generated.Testing;
using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Deviations of real responses from the descriptions, reproduced with sample bodies. Every version that has the type must read the typed values
/// correctly and write everything back.
/// </summary>
public sealed class DeviationTests
{
    // Null values of properties that are described as not nullable.

    [Test]
    public void Conversation_source_is_null() =>
        Check("Conversation ConversationListItem", """{"type":"conversation","id":"1","source":null}""", ("Id", "1"), ("Source", null));

    [Test]
    public void Source_type_is_null() =>
        Check("Conversation ConversationListItem", """{"id":"1","source":{"type":null,"id":"9","url":null}}""", ("Source.Type", null), ("Source.Id", "9"));

    [Test]
    public void Source_subject_is_null() =>
        Check("Conversation ConversationListItem", """{"id":"1","source":{"type":"email","subject":null,"body":"<p>Hi</p>"}}""", ("Source.Subject", null), ("Source.Body", "<p>Hi</p>"));

    [Test]
    public void First_contact_reply_type_and_URL_are_null() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","first_contact_reply":{"created_at":1700000000,"type":null,"url":null}}""",
            ("FirstContactReply.CreatedAt", 1_700_000_000d),
            ("FirstContactReply.Type", null));

    [Test]
    public void All_statistics_except_counts_are_null() =>
        Check(
            "Conversation ConversationListItem",
            """
            {"id":"1","statistics":{"type":"conversation_statistics","time_to_assignment":null,"time_to_admin_reply":null,"time_to_first_close":null,
             "time_to_last_close":null,"median_time_to_reply":null,"first_contact_reply_at":null,"first_assignment_at":null,"first_admin_reply_at":null,
             "first_close_at":null,"last_assignment_at":null,"last_assignment_admin_reply_at":null,"last_contact_reply_at":null,
             "last_admin_reply_at":null,"last_close_at":null,"last_closed_by_id":null,"handling_time":null,
             "count_reopens":0,"count_assignments":2,"count_conversation_parts":5}}
            """,
            ("Statistics.TimeToAssignment", null),
            ("Statistics.FirstContactReplyAt", null),
            ("Statistics.LastCloseAt", null),
            ("Statistics.MedianTimeToReply", null),
            ("Statistics.LastClosedById", null),
            ("Statistics.HandlingTime", null),
            ("Statistics.CountReopens", 0L),
            ("Statistics.CountConversationParts", 5L));

    [Test]
    public void Conversation_objects_are_null() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","statistics":null,"teammates":null,"sla_applied":null,"ticket":null,"conversation_rating":null,"ai_agent":null,"company":null,"sales_agent":null,"open":true}""",
            ("Statistics", null),
            ("Teammates", null),
            ("SlaApplied", null),
            ("ConversationRating", null),
            ("AiAgent", null),
            ("Open", true));

    [Test]
    public void Requested_rating_that_was_not_given_is_null() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","conversation_rating":{"rating":null,"remark":null,"created_at":1700000000,"contact":{"type":"contact","id":"c1"},"teammate":{"type":"admin","id":"7"}}}""",
            ("ConversationRating.Rating", null),
            ("ConversationRating.Remark", null),
            ("ConversationRating.CreatedAt", 1_700_000_000d),
            ("ConversationRating.Teammate.Id", "7"));

    [Test]
    public void Rating_is_an_object_with_null_properties() =>
        Check(
            "Conversation",
            """{"id":"1","conversation_rating":{"rating":null,"remark":null,"created_at":null,"contact":null,"teammate":null}}""",
            ("ConversationRating.Rating", null),
            ("ConversationRating.CreatedAt", null),
            ("ConversationRating.Contact", null));

    [Test]
    public void Attachment_width_and_height_are_null() =>
        Check(
            "ConversationPart TicketPart",
            """{"id":"1","attachments":[{"type":"upload","name":"a.pdf","url":"https://files.example.test/a.pdf","content_type":"application/pdf","filesize":12,"width":null,"height":null}]}""",
            ("Attachments[0].Width", null),
            ("Attachments[0].Height", null),
            ("Attachments[0].Filesize", 12L));

    [Test]
    public void Contact_email_is_null() =>
        Check("Contact", """{"type":"contact","id":"c1","role":"lead","email":null}""", ("Email", null), ("Role", "lead"));

    [Test]
    public async Task Scroll_pages_and_total_count_are_null()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json(
                """{"type":"list","data":[{"type":"company","id":"k1"}],"pages":null,"total_count":null,"scroll_param":"s1"}""",
                """{"type":"list","data":[],"pages":null,"total_count":null,"scroll_param":"s1"}""");
            var companies = await version.ListAsync(wire, "GET /companies/scroll");
            Assert.That(companies.Select(company => company.At("Id")), Is.EqualTo(["k1"]), version.Name);
            Assert.That(wire.Requests[1].Query, Does.Contain("scroll_param=s1"), version.Name);
        }
    }

    [Test]
    public void Ticket_type_attribute_input_options_are_null() =>
        Check("TicketTypeAttribute", """{"id":"1","data_type":"files","input_options":null}""", ("DataType", "files"), ("InputOptions", null));

    [Test]
    public void Author_name_is_null_and_email_is_empty() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","source":{"author":{"type":"lead","id":"c1","name":null,"email":""}}}""",
            ("Source.Author.Name", null),
            ("Source.Author.Email", string.Empty));

    [Test]
    public async Task Error_request_ID_is_null_or_missing()
    {
        foreach (var version in VersionUnderTest.All)
        {
            foreach (var requestId in new[] { "\"request_id\":null,", string.Empty })
            {
                var body = "{\"type\":\"error.list\"," + requestId + "\"errors\":[{\"code\":\"media_type_not_acceptable\",\"message\":\"no\"}]}";
                using var wire = new WireStub(() => WireStub.JsonResponse(body, HttpStatusCode.NotAcceptable));
                var error = (await Assert.CatchAsync<IntercomApiException>(() => version.CallAsync(wire, "GET /me")))!;
                Assert.That(error.RequestId, Is.Null, version.Name);
                Assert.That(error.Errors[0].Code, Is.EqualTo("media_type_not_acceptable"), version.Name);
            }
        }
    }

    [Test]
    public void External_page_external_ID_is_null() =>
        Check("ExternalPage", """{"type":"external_page","id":"1","external_id":null,"source_id":44}""", ("ExternalId", null), ("SourceId", "44"));

    // Types that differ from the description.

    [Test]
    public void Conversation_custom_attributes_have_any_type() =>
        Check(
            "Conversation ConversationListItem",
            """
            {"id":"1","custom_attributes":{"used":false,"score":1.5,"seats":3,"plan":"gold","gone":null,"list":["a",1],
             "order":{"type":"Order.list","instances":[{"id":"1"}]},"cell":{"value":"x","type":"string"}}}
            """,
            ("CustomAttributes.used", false),
            ("CustomAttributes.score", 1.5),
            ("CustomAttributes.seats", 3L),
            ("CustomAttributes.plan", "gold"),
            ("CustomAttributes.gone", null),
            ("CustomAttributes.cell.value", "x"));

    [Test]
    public void Contact_custom_attributes_hold_fractions() =>
        Check("Contact", """{"id":"c1","custom_attributes":{"decimal_field":12.75,"flag":true,"none":null}}""", ("CustomAttributes.decimal_field", 12.75), ("CustomAttributes.flag", true));

    [Test]
    public void Embedded_ticket_custom_attributes_are_objects() =>
        Check(
            "Conversation",
            """{"id":"1","ticket":{"id":17,"ticket_type":"t","custom_attributes":{"_default_title_":{"value":"Broken","type":"string"},"tries":{"value":2,"type":"integer"}}}}""",
            ("Id", "1"));

    [TestCase("\"https://pictures.example.test/a.png\"", "https://pictures.example.test/a.png")]
    [TestCase("null", null)]
    public void Contact_avatar_is_a_string_or_null(string json, string? address) =>
        Check("Contact", $$"""{"id":"c1","avatar":{{json}}}""", ("Avatar.Value", address));

    [Test]
    public void Contact_avatar_is_an_object() =>
        Check("Contact", """{"id":"c1","avatar":{"type":"avatar","image_url":"https://pictures.example.test/a.png"}}""", ("Avatar.Value.ImageUrl", "https://pictures.example.test/a.png"));

    [TestCase("GET /articles", "data")]
    [TestCase("GET /contacts/{}/notes", "data")]
    [TestCase("GET /companies", "data")]
    public async Task Next_page_is_a_URL(string operation, string items)
    {
        foreach (var version in VersionSets.With(operation))
        {
            using var wire = WireStub.Json(
                $$"""{"type":"list","pages":{"type":"pages","page":1,"per_page":1,"total_pages":2,"next":"https://api.intercom.io/x?per_page=1&page=2"},"total_count":2,"{{items}}":[{"id":"1"}]}""",
                $$"""{"type":"list","pages":{"type":"pages","page":2,"per_page":1,"total_pages":2,"next":null},"total_count":2,"{{items}}":[{"id":"2"}]}""");
            var found = operation.Contains("{}", StringComparison.Ordinal) ? await version.ListAsync(wire, operation, "c1") : await version.ListAsync(wire, operation);
            Assert.That(found.Select(item => item.At("Id")), Is.EqualTo(["1", "2"]), version.Name);
            Assert.That(wire.Requests[1].Query, Does.Contain("page=2"), version.Name);
        }
    }

    [Test]
    public async Task Next_page_is_an_object_with_an_undeclared_page()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json(
                """{"type":"list","pages":{"type":"pages","page":1,"per_page":"50","total_pages":2,"next":{"page":2,"starting_after":"w2"}},"total_count":2,"data":[{"id":"1"}]}""",
                """{"type":"list","pages":{"type":"pages","page":2,"per_page":"50","total_pages":2},"total_count":2,"data":[{"id":"2"}]}""");
            var found = await version.ListAsync(wire, "GET /contacts");
            Assert.That(found.Select(item => item.At("Id")), Is.EqualTo(["1", "2"]), version.Name);
            Assert.That(wire.Requests[1].Query, Is.EqualTo(["starting_after=w2"]), version.Name);
        }
    }

    [Test]
    public void Last_closed_by_ID_is_a_number() =>
        Check("Conversation ConversationListItem", """{"id":"1","statistics":{"last_closed_by_id":7939621}}""", ("Statistics.LastClosedById", "7939621"));

    [TestCase("\"7939621\"", "\"0\"")]
    [TestCase("7939621", "0")]
    public void Ticket_assignees_are_strings_or_numbers(string admin, string team) =>
        Check(
            "Ticket",
            $$"""{"type":"ticket","id":"1","admin_assignee_id":{{admin}},"team_assignee_id":{{team}}}""",
            ("AdminAssigneeId", "7939621"),
            ("TeamAssigneeId", "0"));

    [Test]
    public void Ticket_state_is_a_string_if_described_as_one()
    {
        var json = """{"id":"1","ticket_state":"resolved","ticket_state_internal_label":"Done","ticket_state_external_label":"Solved"}""";
        Check("Ticket", json, ("Id", "1"), ("TicketStateInternalLabel", "Done"), ("TicketStateExternalLabel", "Solved"));
        var versions = VersionSets.With("Ticket.TicketState", "TicketStateCategory")
            .Where(version => Nullable.GetUnderlyingType(version.Type("Ticket").GetProperty("TicketState")!.PropertyType) == version.Type("TicketStateCategory")).ToList();
        Assert.That(versions, Is.Not.Empty);
        foreach (var version in versions)
            Assert.That(version.Read("Ticket", json).At("TicketState"), Is.EqualTo("resolved"), version.Name);
    }

    [Test]
    public void Ticket_state_is_an_object_if_described_as_one()
    {
        var json = """{"id":"1","ticket_state":{"type":"ticket_state","id":"5","category":"in_progress","internal_label":"Doing","external_label":"Working on it"}}""";
        Check("Ticket", json, ("Id", "1"));
        var versions = VersionSets.With("Ticket", "TicketState").Where(version => version.Type("Ticket").GetProperty("TicketState")?.PropertyType == version.Type("TicketState")).ToList();
        Assert.That(versions, Is.Not.Empty);
        foreach (var version in versions)
        {
            var ticket = version.Read("Ticket", json);
            Assert.That(ticket.At("TicketState.Category"), Is.EqualTo("in_progress"), version.Name);
            Assert.That(ticket.At("TicketState.InternalLabel"), Is.EqualTo("Doing"), version.Name);
        }
    }

    [Test]
    public void Ticket_part_states_are_strings() =>
        Check(
            "TicketPart",
            """{"id":"1","part_type":"ticket_state_updated_by_admin","ticket_state":"resolved","previous_ticket_state":"submitted"}""",
            ("TicketState", "resolved"),
            ("PreviousTicketState", "submitted"));

    [Test]
    public void Source_attachment_width_and_height_are_strings() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","source":{"attachments":[{"name":"a.png","width":"1080","height":"720"}]}}""",
            ("Source.Attachments[0].Width", 1080L),
            ("Source.Attachments[0].Height", 720L));

    [Test]
    public void Contacts_and_teammates_are_arrays_without_a_wrapper() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","contacts":[{"type":"contact","id":"c1"}],"teammates":[{"type":"admin","id":"7"}],"read":true}""",
            ("Contacts", null),
            ("Teammates", null),
            ("Read", true));

    [TestCase("Conversation", """{"id":"1","topics":{"type":"topic.list","topics":[{"type":"topic","id":55,"name":"Billing"}],"total_count":1}}""", "Topics.Topics[0].Id", "55")]
    [TestCase("Conversation", """{"id":"1","ticket":{"id":17,"title":"Broken"}}""", "Id", "1")]
    [TestCase("Team", """{"id":"1","admin_ids":[7,8]}""", "AdminIds[1]", "8")]
    [TestCase("Admin", """{"id":7,"team_ids":[1,2]}""", "TeamIds[0]", "1")]
    [TestCase("TicketTypeAttribute", """{"id":12,"ticket_type_id":3}""", "TicketTypeId", "3")]
    [TestCase("ContentImportSource", """{"id":33,"sync_behavior":"api"}""", "Id", "33")]
    [TestCase("ActivityLog", """{"id":"1","metadata":{"team":{"id":5,"name":"Support","member_count":3},"admin":{"id":8}}}""", "Id", "1")]
    [TestCase("Collection", """{"id":145}""", "Id", "145")]
    [TestCase("StringConversationAttribute", """{"id":9,"data_type":"string"}""", "Id", "9")]
    [TestCase("Contact", """{"id":"c1","owner_id":127}""", "OwnerId", "127")]
    [TestCase("Contact", """{"id":"c1","owner_id":"127"}""", "OwnerId", "127")]
    public void IDs_are_numbers_or_strings(string types, string json, string path, string id) => Check(types, json, (path, id));

    [Test]
    public async Task Error_request_ID_is_not_a_UUID()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = new WireStub(() => FakeIntercom.Error(HttpStatusCode.NotFound, "not_found", "gone", requestId: "000abcdefghij0123456"));
            var error = (await Assert.CatchAsync<IntercomApiException>(() => version.CallAsync(wire, "GET /me")))!;
            Assert.That(error.RequestId, Is.EqualTo("000abcdefghij0123456"), version.Name);
        }
    }

    [TestCase("1700000000", 1_700_000_000d)]
    [TestCase("\"1700000000\"", 1_700_000_000d)]
    [TestCase("\"2023-11-14T22:13:20.250+00:00\"", 1_700_000_000.25)]
    [TestCase("\"2023-11-15T00:13:20+02:00\"", 1_700_000_000d)]
    [TestCase("null", null)]
    public void Times_are_seconds_digits_or_ISO_8601(string json, double? seconds)
    {
        Check("Contact", $$"""{"id":"c1","created_at":{{json}},"signed_up_at":{{json}}}""", ("CreatedAt", seconds), ("SignedUpAt", seconds));
        Check("Conversation", $$"""{"id":"1","created_at":{{json}},"waiting_since":{{json}}}""", ("CreatedAt", seconds), ("WaitingSince", seconds));
    }

    [Test]
    public void Times_and_IDs_exceed_32_bits()
    {
        Check("Conversation ConversationListItem", """{"id":"1","waiting_since":64654125776}""", ("WaitingSince", 64_654_125_776d));
        Check("Contact", """{"id":"c1","signed_up_at":2738966400}""", ("SignedUpAt", 2_738_966_400d));
        Check("Message", """{"type":"admin_message","id":30000000001}""", ("Id", "30000000001"));
    }

    // Enum values that are not in the description.

    [TestCase("Conversation ConversationListItem", """{"id":"1","priority":"none"}""", "Priority", "none")]
    [TestCase("Conversation ConversationListItem", """{"id":"1","source":{"type":"admin_initiated"}}""", "Source.Type", "admin_initiated")]
    [TestCase("Conversation ConversationListItem", """{"id":"1","source":{"type":"unknown"}}""", "Source.Type", "unknown")]
    [TestCase("Conversation", """{"id":"1","conversation_rating":{"rating":5,"contact":{"type":"user","id":"c1"}}}""", "ConversationRating.Contact.Type", "user")]
    [TestCase("Segment", """{"id":"1","person_type":"lead"}""", "PersonType", "lead")]
    [TestCase("DataAttribute", """{"name":"n","data_type":"datetime"}""", "DataType", "datetime")]
    [TestCase("DataAttribute", """{"name":"n","model":"conversation"}""", "Model", "conversation")]
    public void Value_is_not_in_the_enum(string types, string json, string path, string value) => Check(types, json, (path, value));

    [Test]
    public void Part_types_are_undocumented([Values(
        "channel_and_reply_time_expectation", "operator_workflow_event", "timer_unsnooze", "user_became_idle", "entity_linked", "entities_unlinked",
        "conversation_tags_updated", "conversation_rating_changed", "conversation_rating_remark_added", "priority_changed", "default_assignment",
        "language_detection_details", "quick_reply", "ticket_state_updated_by_admin")] string partType)
    {
        Check("ConversationPart TicketPart", $$$"""{"id":"1","part_type":"{{{partType}}}","body":null,"author":{"type":"bot","id":"1"}}""", ("PartType", partType), ("Author.Type", "bot"));
    }

    [Test]
    public async Task List_type_is_not_the_described_one()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json("""{"type":"list","conversations":[{"type":"conversation","id":"1"}],"pages":{"type":"pages"}}""");
            Assert.That((await version.ListAsync(wire, "GET /conversations")).Single().At("Id"), Is.EqualTo("1"), version.Name);
        }

        Check("Company", """{"id":"k1","notes":{"type":"note.list","notes":[],"data":[{"id":"n1"}]}}""", ("Id", "k1"), ("Notes.Type", "note.list"));
    }

    // Properties that are not in the description.

    [Test]
    public void Contact_has_undeclared_properties() =>
        Check(
            "Contact",
            """
            {"type":"contact","id":"c1","email_domain":"example.com","enabled_push_messaging":null,"sms_consent":false,"unsubscribed_from_sms":true,
             "utm_campaign":"spring","utm_content":"a","utm_medium":"mail","utm_source":"s","utm_term":"t","referrer":"https://example.test/",
             "opted_in_subscription_types":{"type":"list","data":[{"id":"1","type":"subscription","url":"/subscriptions/1"}],"url":"/contacts/c1/subscriptions","total_count":1,"has_more":false},
             "opted_out_subscription_types":{"type":"list","data":[],"url":"/contacts/c1/subscriptions","total_count":0,"has_more":false},
             "location":{"type":"location","country":"Ireland","country_code":"IRL","continent_code":"EU"},
             "tags":{"type":"list","data":[],"url":"/contacts/c1/tags","total_count":0,"has_more":false},
             "notes":{"type":"list","data":[],"url":"/contacts/c1/notes","total_count":0,"has_more":false},
             "companies":{"type":"list","data":[],"url":"/contacts/c1/companies","total_count":0,"has_more":false},
             "social_profiles":{"type":"list","data":[]}}
            """,
            ("EmailDomain", "example.com"),
            ("SmsConsent", false),
            ("UnsubscribedFromSms", true),
            ("UtmCampaign", "spring"),
            ("Referrer", "https://example.test/"),
            ("OptedInSubscriptionTypes.Data[0].Id", "1"),
            ("Location.CountryCode", "IRL"),
            ("Location.ContinentCode", "EU"),
            ("Tags.Type", "list"),
            ("Notes.Type", "list"),
            ("Companies.Type", "list"),
            ("SocialProfiles.Type", "list"));

    [Test]
    public void Conversation_has_undeclared_properties() =>
        Check(
            "Conversation ConversationListItem",
            """
            {"type":"conversation","id":"1","topics":{},"ticket":{"id":17,"ticket_type":{"id":"2"}},"teammates":{"type":"admin.list","admins":[{"type":"admin","id":"7"}]},
             "source":{"recipients":[{"type":"to","name":"Ada","email":"ada@example.com"}]},"company":{"type":"company","id":"k1"},
             "channel":{"initial":"email","current":"email"},"external_references":[{"type":"x","id":"1"}],"sales_agent":null,
             "sales_agent_participated":false,"assignee":{"type":"nobody_admin","id":null}}
            """,
            ("Teammates.Admins[0].Id", "7"),
            ("Topics.Topics", null));

    [Test]
    public void Topics_are_a_list() =>
        Check(
            "Conversation ConversationListItem",
            """{"id":"1","topics":{"type":"topic.list","topics":[{"type":"topic","id":5,"name":"Billing"}],"total_count":1}}""",
            ("Topics.TotalCount", 1L),
            ("Topics.Topics[0].Name", "Billing"));

    [Test]
    public void Parts_and_tickets_have_undeclared_properties()
    {
        Check("ConversationPart", """{"id":"1","translations":{"de":"Hallo"}}""", ("Id", "1"));
        Check("Ticket", """{"id":"1","channel":{"initial":"email"},"previous_ticket_state_id":"6","ticket_state_internal_label":"Done","ticket_state_external_label":"Solved"}""", ("Id", "1"));
        Check(
            "TicketType",
            """{"id":"1","is_internal":false,"ticket_type_attributes":{"type":"list","data":[{"id":"9","name":"Size"}]}}""",
            ("IsInternal", false),
            ("TicketTypeAttributes.Data[0].Name", "Size"));
    }

    [Test]
    public void Other_responses_have_undeclared_properties()
    {
        Check("Article", """{"id":"1","content_id":"77","statistics":{"type":"article_statistics","views":3,"conversations":2}}""", ("Statistics.Conversations", 2L));
        Check("Message", """{"id":"1","owner":{"type":"admin","id":"7"}}""", ("Id", "1"));
        Check("AdminWithApp", """{"id":"7","app":{"type":"app","id_code":"x","secure":true,"identity_verification":false}}""", ("App.Secure", true));
        Check("Company", """{"id":"k1","notes":{"type":"note.list","notes":[]}}""", ("Id", "k1"));
    }

    [TestCase("""{"before":"old","after":"new"}""")]
    [TestCase("""{"before":{"a":1},"after":{"a":2}}""")]
    [TestCase("""{"admin":{"id":7,"name":"Ada"},"team":{"id":5,"name":"Support","member_count":3}}""")]
    public void Activity_log_metadata_is_kept(string metadata) =>
        Check("ActivityLog", $$"""{"id":"1","activity_type":"app_team_creation","metadata":{{metadata}}}""", ("ActivityType", "app_team_creation"));

    [TestCase("ArchivedContact", """{"id":"c1","object":"contact","archived":true}""", "Archived", true)]
    [TestCase("UnarchivedContact", """{"id":"c1","object":"contact","archived":false}""", "Archived", false)]
    [TestCase("DeletedCompany", """{"id":"k1","object":"company","deleted":true}""", "Deleted", true)]
    [TestCase("DeletedContact", """{"id":"c1","type":"contact","external_id":null,"deleted":true}""", "Deleted", true)]
    [TestCase("DeletedContact", """{"id":"c1","object":"contact","deleted":true}""", "Deleted", true)]
    public void Confirmations_have_object_in_place_of_type(string type, string json, string path, bool value) =>
        Check(type, json, (path, value), ("Id", (string?)Json.Parse(json)["id"]));

    // Empty objects and missing properties.

    [TestCase("Company", """{"id":"k1","plan":{}}""", "Plan.Name")]
    [TestCase("Conversation", """{"id":"1","topics":{}}""", "Topics.Topics")]
    [TestCase("Admin", """{"id":"7","team_priority_level":{}}""", "TeamPriorityLevel.PrimaryTeamIds")]
    [TestCase("Visitor", """{"id":"v1","location_data":{}}""", "LocationData.CityName")]
    [TestCase("Conversation", """{"id":"1","conversation_rating":{}}""", "ConversationRating.Rating")]
    [TestCase("ActivityLog", """{"id":"1","metadata":{}}""", "Metadata.Source")]
    [TestCase("ConversationPart", """{"id":"1","event_details":{},"metadata":{}}""", "EventDetails.Workflow")]
    public void Objects_are_empty(string types, string json, string path) => Check(types, json, (path, null));

    [TestCase("Company", """{"type":"company","id":"k1","name":"Acme","custom_attributes":{}}""", "Name", "Acme")]
    [TestCase("DataAttribute", """{"type":"data_attribute","name":"email","model":"contact","data_type":"string","custom":false}""", "Name", "email")]
    [TestCase("Conversation", """{"id":"1","contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"c1"}]}}""", "Contacts.Contacts[0].Id", "c1")]
    [TestCase("Admin", """{"type":"admin","id":"1","name":"Operator","email":"operator+x@example.com","away_mode_enabled":false}""", "Name", "Operator")]
    [TestCase("Note", """{"type":"note","id":"n1","body":"<p>x</p>","author":{"type":"admin","id":"7","name":"Ada","email":"ada@example.com"}}""", "Author.Name", "Ada")]
    [TestCase("Company", """{"id":"k1","tags":{"type":"tag.list","tags":[{"type":"tag","id":"1"}]},"segments":{"type":"segment.list","segments":[{"id":"s1"}]}}""", "Segments.Segments[0].Id", "s1")]
    [TestCase(
        "Contact",
        """
        {"id":"c1","companies":{"data":[{"id":"k1","type":"company","url":"/companies/k1"},{"id":"k2","type":"company"},
        {"id":"k3","type":"company","name":"Full"}]}}
        """,
        "Companies.Data[1].Id",
        "k2")]
    public void Properties_are_missing(string types, string json, string path, string value) => Check(types, json, (path, value));

    // Paging.

    [TestCase("\"pages\":{\"type\":\"pages\",\"page\":1,\"per_page\":50,\"total_pages\":1}")]
    [TestCase("\"pages\":{\"type\":\"pages\",\"page\":1,\"per_page\":50,\"total_pages\":1,\"next\":null}")]
    [TestCase("\"pages\":null")]
    [TestCase("\"total_count\":1")]
    public async Task Last_page_has_no_next(string pages)
    {
        foreach (var version in VersionUnderTest.All)
        {
            foreach (var (operation, items) in new[] { ("GET /contacts", "data"), ("GET /conversations", "conversations"), ("GET /articles", "data"), ("POST /companies/list", "data") })
            {
                using var wire = WireStub.Json("{\"type\":\"list\",\"" + items + "\":[{\"id\":\"1\"}]," + pages + "}");
                Assert.That(await version.ListAsync(wire, operation), Has.Count.EqualTo(1), $"{version} {operation}");
                Assert.That(wire.Requests, Has.Count.EqualTo(1), $"{version} {operation}");
            }
        }
    }

    [Test]
    public async Task Page_0_links_to_page_1_which_is_the_same_page()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json(
                """
                {"type":"list","pages":{"type":"pages","page":0,"per_page":50,"total_pages":1,"next":"https://api.intercom.io/articles?page=1&per_page=50"},
                 "total_count":1,"data":[{"id":"1"}]}
                """);
            Assert.That(await version.ListAsync(wire, "GET /articles"), Has.Count.EqualTo(1), version.Name);
            Assert.That(wire.Requests, Has.Count.EqualTo(1), version.Name);
        }
    }

    [Test]
    public async Task Scroll_ends_with_an_empty_page_that_has_a_scroll_parameter()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json(
                """{"type":"list","data":[{"id":"k1"}],"pages":null,"scroll_param":"s1"}""",
                """{"type":"list","data":[{"id":"k2"}],"pages":null,"scroll_param":"s1"}""",
                """{"type":"list","data":[],"pages":null,"scroll_param":"s1"}""");
            Assert.That((await version.ListAsync(wire, "GET /companies/scroll")).Select(company => company.At("Id")), Is.EqualTo(["k1", "k2"]), version.Name);
            Assert.That(wire.Requests, Has.Count.EqualTo(3), version.Name);
        }
    }

    [Test]
    public async Task Second_scroll_is_rejected()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = new WireStub(() => FakeIntercom.Error(HttpStatusCode.BadRequest, "scroll_exists", "scroll already exists for this workspace"));
            var error = (await Assert.CatchAsync<IntercomApiException>(() => version.ListAsync(wire, "GET /companies/scroll")))!;
            Assert.That(error.Errors[0].Code, Is.EqualTo("scroll_exists"), version.Name);
        }
    }

    [TestCase("GET /conversations", "conversations")]
    [TestCase("POST /conversations/search", "conversations")]
    [TestCase("POST /tickets/search", "tickets")]
    [TestCase("GET /admins", "admins")]
    [TestCase("GET /segments", "segments")]
    [TestCase("GET /teams", "teams")]
    [TestCase("GET /contacts", "data")]
    [TestCase("GET /tags", "data")]
    [TestCase("GET /ticket_types", "data")]
    public async Task List_items_are_in_a_property_named_after_them(string operation, string items)
    {
        foreach (var version in VersionSets.With(operation))
        {
            using var wire = WireStub.Json($$"""{"type":"list","{{items}}":[{"id":"1"},{"id":"2"}]}""");
            var found = await version.ListAsync(wire, operation, operation.StartsWith("POST", StringComparison.Ordinal) ? ["{}"] : []);
            Assert.That(found.Select(item => item.At("Id")), Is.EqualTo(["1", "2"]), version.Name);
        }
    }

    [Test]
    public async Task Company_contacts_are_paged_by_cursor()
    {
        foreach (var version in VersionUnderTest.All)
        {
            using var wire = WireStub.Json(
                """{"type":"list","data":[{"id":"c1"}],"pages":{"type":"pages","page":1,"per_page":1,"total_pages":2,"next":{"page":2,"starting_after":"w2"}},"total_count":2}""",
                """{"type":"list","data":[{"id":"c2"}],"pages":{"type":"pages","page":2,"per_page":1,"total_pages":2},"total_count":2}""");
            Assert.That((await version.ListAsync(wire, "GET /companies/{}/contacts", "k1")).Select(contact => contact.At("Id")), Is.EqualTo(["c1", "c2"]), version.Name);
            Assert.That(wire.Requests[1].Query, Is.EqualTo(["starting_after=w2"]), version.Name);
        }
    }

    [Test]
    public void Nested_lists_are_truncated() =>
        Check(
            "Contact",
            """
            {"id":"c1","tags":{"type":"list","data":[{"id":"1","type":"tag","url":"/tags/1"}],"url":"/contacts/c1/tags","total_count":14,"has_more":true},
             "companies":{"type":"list","data":[],"url":"/contacts/c1/companies","total_count":12,"has_more":true}}
            """,
            ("Tags.HasMore", true),
            ("Tags.TotalCount", 14L),
            ("Companies.HasMore", true));

    // Webhook items.

    [Test]
    public void Webhook_contact_has_ISO_8601_times() =>
        Check(
            "Contact",
            """
            {"type":"contact","id":"c1","workspace_id":"w","created_at":"2023-08-15T18:49:35.016+00:00","updated_at":"2023-08-15T18:49:36.000+00:00",
             "last_seen_at":null,"avatar":{"type":"avatar","image_url":null}}
            """,
            ("CreatedAt", 1_692_125_375.016),
            ("UpdatedAt", 1_692_125_376d),
            ("Avatar.Value.ImageUrl", null));

    [Test]
    public void Webhook_items_are_reduced_or_raw_rows()
    {
        Check("Conversation", """{"type":"conversation","conversation_id":"1"}""", ("Type", "conversation"), ("Id", null));
        Check("Contact", """{"type":"contact","id":"c1","deleted":true}""", ("Id", "c1"));
        Check("Ticket", """{"type":"ticket","ticket":{"id":"1"}}""", ("Id", null));
        Check("Conversation", """{"model":{"id":5,"message_subclass_type":"x","created_at":"2023-08-15T18:49:35.016Z"},"contact":{"type":"contact","id":"c1"}}""", ("Id", null));
        Check("Tag", """{"type":"contact_tag","contact":{"type":"contact","id":"c1"},"tag":{"type":"tag","id":"1","name":"x"},"created_at":"2023-08-15T18:49:35.016Z"}""", ("Type", "contact_tag"));
    }

    [Test]
    public void Webhook_part_has_no_body() =>
        Check(
            "Conversation",
            """{"id":"1","conversation_parts":{"type":"conversation_part.list","conversation_parts":[{"id":"2","part_type":"open","body":null}],"total_count":1}}""",
            ("ConversationParts.TotalCount", 1L),
            ("ConversationParts.Items[0].Body", null));

    // Differences between server versions. The types of every version must read the responses of all others.

    [TestCase("""{"id":"1","source":{"type":null}}""", null)]
    [TestCase("""{"id":"1","source":{"type":"unknown"}}""", "unknown")]
    public void Source_type_differs_between_versions(string json, string? type) => Check("Conversation", json, ("Source.Type", type));

    [TestCase("\"priority\"", "priority")]
    [TestCase("\"not_priority\"", "not_priority")]
    [TestCase("\"none\"", "none")]
    [TestCase("null", null)]
    public void Priority_has_a_value_added_in_a_later_version(string json, string? priority) => Check("Conversation", $$"""{"id":"1","priority":{{json}}}""", ("Priority", priority));

    [TestCase("""{"workflow":{"name":"W"},"event":{"type":"x","result":"y"}}""")]
    [TestCase("""{"attribute":{"name":"A"},"value":{"name":"new"}}""")]
    [TestCase("""{"attribute":{"name":"A"},"value":{"name":"new","previous":"old"}}""")]
    [TestCase("""{"attribute":{"name":"A"},"value":{"name":"new","previous":null}}""")]
    public void Event_details_differ_between_versions(string details) => Check("ConversationPart", $$"""{"id":"1","event_details":{{details}}}""", ("Id", "1"));

    [Test]
    public void Every_version_reads_the_same_ticket()
    {
        Check("Ticket", """{"type":"ticket","id":"1","ticket_state":"submitted","ticket_state_internal_label":"New","admin_assignee_id":"0","open":true}""", ("AdminAssigneeId", "0"), ("Open", true));
        Check("Ticket", """{"type":"ticket","id":"1","ticket_state":{"id":"6","category":"submitted"},"admin_assignee_id":0,"open":true}""", ("AdminAssigneeId", "0"), ("Open", true));
    }

    [TestCase("GET /data_attributes", HttpStatusCode.UnprocessableEntity, "unprocessable_entity")]
    [TestCase("POST /contacts/search", HttpStatusCode.BadRequest, "invalid_sort_order")]
    [TestCase("GET /admins", HttpStatusCode.BadRequest, "intercom_version_invalid")]
    public async Task Server_version_rejects_a_request_that_another_version_accepts(string operation, HttpStatusCode status, string code)
    {
        foreach (var version in VersionSets.With(operation))
        {
            using var wire = new WireStub(() => FakeIntercom.Error(status, code, "no"));
            object?[] arguments = operation.StartsWith("POST", StringComparison.Ordinal) ? ["{}"] : [];
            var error = (await Assert.CatchAsync<IntercomApiException>(() => version.ListAsync(wire, operation, arguments)))!;
            Assert.That(error.Errors.Single().Code, Is.EqualTo(code), version.Name);
        }
    }

    // Bugs reported for other SDKs.

    [TestCase("ConversationPart", """{"id":"2","assigned_to":{"type":"admin","id":7}}""", "AssignedTo.Id", "7")]
    [TestCase("Company", """{"id":"k1","tags":{"type":"tag.list","tags":[],"url":null}}""", "Tags.Type", "tag.list")]
    [TestCase("Contact", """{"id":"c1","tags":{"type":"list","data":[{"id":"1"}],"tags":[{"id":"1"}]}}""", "Tags.Data[0].Id", "1")]
    public void Shapes_reported_as_bugs_in_other_SDKs(string types, string json, string path, string value) => Check(types, json, (path, value));

    /// <summary>Reads a body in every version that has the type. A version may lack a property, but at least one must have it.</summary>
    private static void Check(string types, string json, params (string Path, object? Expected)[] members)
    {
        var input = Json.Parse(json);
        foreach (var name in types.Split(' '))
        {
            var versions = VersionUnderTest.All.Where(version => version.FindType(name) is not null).ToList();
            var known = new HashSet<string>(StringComparer.Ordinal);
            Assert.That(versions, Is.Not.Empty, name);
            Assert.Multiple(() =>
            {
                foreach (var version in versions)
                {
                    var model = version.Read(name, json);
                    Assert.That(JsonComparison.Differences(input, ModelProbe.Write(model)), Is.Empty, $"{version} {name}");
                    foreach (var (path, expected) in members)
                    {
                        if (!model.TryAt(path, out var value))
                            continue;
                        known.Add(path);
                        Assert.That(value, Is.EqualTo(expected), $"{version} {name}.{path}");
                    }
                }

                Assert.That(members.Select(member => member.Path).Except(known), Is.Empty, $"no version has these properties on {name}");
            });
        }
    }
}
