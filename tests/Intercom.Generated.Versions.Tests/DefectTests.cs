using System.Net;
using System.Reflection;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Defects of the published descriptions, and the corrected behavior that a caller gets.</summary>
public sealed class DefectTests
{
    private const string ContactId = "6762f11b1bb69f9f2193bba3";

    [Test]
    public void Conversation_custom_attributes_exist_in_2_11()
    {
        var conversation = JsonConvert.DeserializeObject<V2_11.Conversation>("""{"custom_attributes":{"used":true,"gone":false}}""")!;
        Assert.That(conversation.CustomAttributes!["used"]?.AsBoolean(), Is.True);
        AssertWritten(new V2_11.Conversation { CustomAttributes = conversation.CustomAttributes }, """{"custom_attributes":{"used":true,"gone":false}}""");
        AssertWritten(new V2_11.ConversationListItem { CustomAttributes = new CustomAttributes { ["used"] = true } }, """{"custom_attributes":{"used":true}}""");
        AssertWritten(new V2_11.UpdateConversationRequest { CustomAttributes = new CustomAttributes { ["used"] = false } }, """{"custom_attributes":{"used":false}}""");
        AssertWritten(new V2_11.CreatePhoneSwitchRequest { CustomAttributes = new CustomAttributes { ["seats"] = 3 } }, """{"custom_attributes":{"seats":3}}""");
    }

    [VersionsWith("GET /export/reporting_data/{}", "GET /download/reporting_data/{}")]
    public async Task Sends_the_job_identifier_of_a_reporting_export_in_the_path(VersionUnderTest version)
    {
        using var get = WireStub.Json("""{"job_identifier":"j 1","status":"complete"}""");
        await version.CallAsync(get, "GET /export/reporting_data/{}", "j 1", "app", "client");
        Assert.That(get.Request.Uri.AbsolutePath, Is.EqualTo("/export/reporting_data/j%201"));
        Assert.That(get.Request.Query, Is.EquivalentTo(["app_id=app", "client_id=client"]));

        using var download = WireStub.Json("{}");
        using var file = (IntercomDownload)(await version.CallAsync(download, "GET /download/reporting_data/{}", "j1", "app"))!;
        Assert.That(download.Request.Uri.AbsolutePath, Is.EqualTo("/download/reporting_data/j1"));
        Assert.That(download.Request.Query, Is.EqualTo(["app_id=app"]));
    }

    [VersionsWith("POST /export/reporting_data/enqueue")]
    public void Reporting_operations_have_readable_names(VersionUnderTest version)
    {
        Assert.That(Name("POST /export/reporting_data/enqueue"), Is.EqualTo("ReportingDataExportClient.EnqueueAsync"));
        Assert.That(Name("GET /export/reporting_data/{}"), Is.EqualTo("ReportingDataExportClient.GetAsync"));
        Assert.That(Name("GET /export/reporting_data/get_datasets"), Is.EqualTo("ReportingDataExportClient.ListDatasetsAsync"));
        Assert.That(Name("GET /download/reporting_data/{}"), Is.EqualTo("ReportingDataExportClient.DownloadAsync"));

        string Name(string key) => $"{version.Operation(key).Method.DeclaringType!.Name}.{version.Operation(key).Method.Name}";
    }

    [Test]
    public async Task Lists_conversations_in_2_12()
    {
        using var wire = WireStub.Json("""{"type":"conversation.list","conversations":[{"type":"conversation","id":"1","state":"open"}],"total_count":1}""");
        using var intercom = new V2_12.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
        IntercomPageable<V2_12.ConversationListItem> conversations = intercom.Conversations.ListAsync();
        var page = await conversations.FirstPageAsync();
        Assert.That(page.Items.Single().State, Is.EqualTo(V2_12.ConversationState.Open));
        Assert.That(page.TotalCount, Is.EqualTo(1));
    }

    [EveryVersion]
    public async Task Follows_next_page_URLs_with_page_numbers(VersionUnderTest version)
    {
        string[] lists = ["GET /companies", "POST /companies/list", "GET /articles", "GET /help_center/collections", "GET /internal_articles"];
        foreach (var list in lists.Where(version.Has))
        {
            using var wire = WireStub.Json(
                """{"type":"list","pages":{"type":"pages","page":1,"per_page":1,"total_pages":2,"next":"https://api.intercom.io/any?per_page=1&page=2"},"data":[{"id":"1"}]}""",
                """{"type":"list","pages":{"type":"pages","page":2,"per_page":1,"total_pages":2,"next":null},"data":[{"id":"2"}]}""");
            Assert.That((await version.ListAsync(wire, list)).Select(item => item.At("Id")), Is.EqualTo(["1", "2"]), list);
            Assert.That(wire.Requests[1].Query, Is.EqualTo(["page=2"]), list);
        }
    }

    [EveryVersion]
    public async Task Pages_lists_that_declare_no_paging_parameters(VersionUnderTest version)
    {
        string[] lists =
        [
            "GET /articles", "GET /help_center/collections", "GET /help_center/help_centers", "GET /companies/{}/contacts", "GET /contacts/{}/companies",
            "GET /contacts/{}/notes", "GET /contacts", "GET /events",
        ];
        foreach (var list in lists.Where(version.Has))
        {
            foreach (var continuation in new[] { "page=3", "starting_after=abc" })
            {
                using var wire = WireStub.Json("""{"total_count":0}""");
                object?[] arguments = list.Contains("{}", StringComparison.Ordinal) ? ["1"] : [];
                await version.PageAsync(wire, list, continuation, 25, arguments);
                Assert.That(wire.Request.Query, Is.SupersetOf([continuation, "per_page=25"]), list);
            }
        }
    }

    [VersionsWith("POST /contacts/{}/notes")]
    public async Task Contact_notes_accept_hexadecimal_contact_ids(VersionUnderTest version)
    {
        using var create = WireStub.Json("""{"id":"1"}""");
        await version.CallAsync(create, "POST /contacts/{}/notes", ContactId, """{"body":"x"}""");
        Assert.That(create.Request.Line, Is.EqualTo($"POST /contacts/{ContactId}/notes"));

        using var list = WireStub.Json("""{"data":[]}""");
        await version.ListAsync(list, "GET /contacts/{}/notes", ContactId);
        Assert.That(list.Request.Line, Is.EqualTo($"GET /contacts/{ContactId}/notes"));
    }

    [EveryVersion]
    public async Task Updating_a_company_sends_a_body(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"id":"k1","name":"Acme"}""");
        var body = """{"name":"Acme","plan":"gold","size":null,"custom_attributes":{"creditworthy":true},"monthly_spend":155.98}""";
        await version.CallAsync(wire, "PUT /companies/{}", "k1", body);
        Assert.That(version.Operation("PUT /companies/{}").BodyType, Is.EqualTo(version.Type("UpdateCompanyRequest")));
        Assert.That(wire.Request.Line, Is.EqualTo("PUT /companies/k1"));
        AssertJson(wire.Request.Body!, body);
        Assert.That(version.Read("UpdateCompanyRequest", body).At("MonthlySpend"), Is.EqualTo(155.98));
    }

    [Test]
    public async Task Reads_2_11_responses_that_lack_required_properties()
    {
        using var wire = WireStub.Json("""{"type":"admin.list","admins":[{"type":"admin","id":"7","name":"Ada"}]}""");
        using var intercom = new V2_11.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
        var admin = (await intercom.Admins.ListAsync().FirstPageAsync()).Items.Single();
        Assert.That(admin.Name, Is.EqualTo("Ada"));
        Assert.That(admin.JobTitle, Is.Null);
        AssertWritten(admin, """{"type":"admin","id":"7","name":"Ada"}""");
    }

    [EveryVersion]
    public void Reads_empty_objects_into_every_model(VersionUnderTest version)
    {
        foreach (var model in version.Models)
        {
            var read = JsonConvert.DeserializeObject("{}", model)!;
            Assert.That(read, Is.InstanceOf(model));
        }
    }

    [EveryVersion]
    public void Nullable_conversation_properties_are_declared_nullable(VersionUnderTest version)
    {
        var json = """{"id":"1","conversation_rating":null,"teammates":null,"first_contact_reply":null,"statistics":null}""";
        foreach (var name in new[] { "Conversation", "ConversationListItem" })
        {
            var conversation = version.Read(name, json);
            AssertWritten(conversation, json);
            foreach (var member in new[] { "ConversationRating", "Teammates", "FirstContactReply", "Statistics" })
            {
                Assert.That(conversation.At(member), Is.Null);
                Assert.That(new NullabilityInfoContext().Create(version.Type(name).GetProperty(member)!).ReadState, Is.EqualTo(NullabilityState.Nullable), member);
            }
        }
    }

    [EveryVersion]
    public void Company_and_visitor_custom_attributes_hold_any_value(VersionUnderTest version)
    {
        foreach (var name in new[] { "Company", "CreateOrUpdateCompanyRequest", "UpdateCompanyRequest", "Visitor", "UpdateVisitorRequest" }.Where(version.Has))
            AssertBag(version, name, "CustomAttributes", "custom_attributes");
    }

    [EveryVersion]
    public async Task Event_metadata_holds_numbers_and_objects(VersionUnderTest version)
    {
        AssertBag(version, "DataEvent", "Metadata", "metadata");
        AssertBag(version, "CreateDataEventRequest", "Metadata", "metadata");
        var body = """
            {"event_name":"paid","user_id":"u1","created_at":1700000000,
             "metadata":{"count":3,"order":{"value":"35","url":"https://example.test/35"},"price":{"amount":349,"currency":"eur"}}}
            """;
        using var wire = WireStub.Empty(HttpStatusCode.Accepted);
        await version.CallAsync(wire, "POST /events", body);
        AssertJson(wire.Request.Body!, body);
    }

    [EveryVersion]
    public void Conversation_custom_attributes_hold_any_value(VersionUnderTest version)
    {
        foreach (var name in new[] { "Conversation", "ConversationListItem", "UpdateConversationRequest", "CreatePhoneSwitchRequest" }.Where(version.Has))
            AssertBag(version, name, "CustomAttributes", "custom_attributes");
    }

    [EveryVersion]
    public void Contact_custom_attributes_keep_their_values(VersionUnderTest version)
    {
        foreach (var name in new[] { "Contact", "CreateContactRequest", "UpdateContactRequest" }.Where(version.Has))
            AssertBag(version, name, "CustomAttributes", "custom_attributes");
    }

    [Test]
    public void Conversation_custom_attributes_exist_in_2_12()
    {
        var json = """{"id":"1","custom_attributes":{"plan":"gold"}}""";
        Assert.That(JsonConvert.DeserializeObject<V2_12.Conversation>(json)!.CustomAttributes!["plan"]?.AsString(), Is.EqualTo("gold"));
        Assert.That(JsonConvert.DeserializeObject<V2_12.ConversationListItem>(json)!.CustomAttributes!["plan"]?.AsString(), Is.EqualTo("gold"));
    }

    [EveryVersion]
    public void Admin_avatar_is_an_object(VersionUnderTest version)
    {
        var json = """{"id":"7","avatar":{"type":"avatar","image_url":"https://pictures.example.test/7.png"}}""";
        foreach (var name in new[] { "Admin", "AdminWithApp" })
        {
            Assert.That(version.Read(name, json).At("Avatar.ImageUrl"), Is.EqualTo("https://pictures.example.test/7.png"));
            AssertWritten(version.Read(name, json), json);
        }
    }

    [EveryVersion]
    public void Request_IDs_are_strings_and_accept_numbers(VersionUnderTest version)
    {
        var bodies = version.Methods.Select(operation => operation.BodyType).OfType<Type>()
            .SelectMany(type => type.IsSubclassOf(typeof(IntercomUnion)) ? type.CaseTypes() : [type]).Distinct();
        var ids = bodies.SelectMany(body => body.JsonProperties()).Where(property => property.JsonName() is "id" || property.JsonName().EndsWith("_id", StringComparison.Ordinal)).ToList();
        Assert.That(ids, Has.Count.GreaterThan(40));
        Assert.That(ids.Where(property => property.PropertyType != typeof(string)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}"), Is.Empty);
        Assert.That(version.Read("CloseConversationRequest", """{"admin_id":5017691}""").At("AdminId"), Is.EqualTo("5017691"));
        AssertWritten(version.Read("AttachTagToConversationRequest", """{"id":7,"admin_id":780}"""), """{"id":"7","admin_id":"780"}""");
    }

    [EveryVersion]
    public async Task Conversation_ID_is_a_string(VersionUnderTest version)
    {
        var calls = new (string Key, object?[] Arguments)[]
        {
            ("GET /conversations/{}", ["18a"]),
            ("PUT /conversations/{}", ["18a", """{"read":true}"""]),
            ("POST /conversations/{}/convert", ["18a", """{"ticket_type_id":"1"}"""]),
            ("DELETE /conversations/{}", ["18a"]),
        };
        foreach (var (key, arguments) in calls.Where(call => version.Has(call.Key)))
        {
            using var wire = WireStub.Json("""{"id":"18a"}""");
            await version.CallAsync(wire, key, arguments);
            Assert.That(wire.Request.Line, Is.EqualTo(key.Replace("{}", "18a", StringComparison.Ordinal)));
        }
    }

    [EveryVersion]
    public async Task Conversation_sender_accepts_any_ID(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"user_message","id":"1"}""");
        var body = "{\"from\":{\"type\":\"user\",\"id\":\"" + ContactId + "\"},\"body\":\"Hello\"}";
        await version.CallAsync(wire, "POST /conversations", body);
        AssertJson(wire.Request.Body!, body);
        Assert.That(version.Type("ConversationSender").GetProperty("Id")!.PropertyType, Is.EqualTo(typeof(string)));
    }

    [EveryVersion]
    public async Task Error_request_ID_can_be_any_string(VersionUnderTest version)
    {
        foreach (var requestId in new[] { "0006pvf0h1igmj0f3vo0", "b68959ea-6328-4f70-83cb-e7913dba1542", "req-1" })
        {
            var body = "{\"type\":\"error.list\",\"request_id\":\"" + requestId + "\",\"errors\":[{\"code\":\"not_found\",\"message\":\"Contact Not Found\"}]}";
            using var wire = new WireStub(() => WireStub.JsonResponse(body, HttpStatusCode.NotFound));
            var error = (await Assert.CatchAsync<IntercomApiException>(() => version.CallAsync(wire, "GET /contacts/{}", "c1")))!;
            Assert.That(error.RequestId, Is.EqualTo(requestId));
            Assert.That(error.Errors.Single().Message, Is.EqualTo("Contact Not Found"));
        }
    }

    [VersionsWith("TicketType.TicketTypeAttributes")]
    public void Ticket_type_attributes_are_in_data(VersionUnderTest version)
    {
        var json = """{"id":"1","ticket_type_attributes":{"type":"list","data":[{"type":"ticket_type_attribute","id":"9","name":"Size"}]}}""";
        var ticketType = version.Read("TicketType", json);
        Assert.That(ticketType.At("TicketTypeAttributes.Data[0].Name"), Is.EqualTo("Size"));
        Assert.That(ticketType.At("TicketTypeAttributes.Type"), Is.EqualTo("list"));
        AssertWritten(ticketType, json);
    }

    [EveryVersion]
    public async Task Contact_companies_are_in_data(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"list","data":[{"type":"company","id":"k1"}],"total_count":1}""");
        Assert.That((await version.ListAsync(wire, "GET /contacts/{}/companies", "c1")).Single().At("Id"), Is.EqualTo("k1"));
    }

    [VersionsWith("GET /ticket_types")]
    public async Task Ticket_types_are_in_data(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"list","data":[{"type":"ticket_type","id":"1","name":"Bug"}]}""");
        Assert.That((await version.ListAsync(wire, "GET /ticket_types")).Single().At("Name"), Is.EqualTo("Bug"));
    }

    [EveryVersion]
    public async Task Lists_events_over_several_pages(VersionUnderTest version)
    {
        using var wire = WireStub.Json(
            """
            {"type":"event.list","events":[{"type":"event","id":"e1","event_name":"paid","created_at":1700000000,"metadata":{"seats":3}}],
             "pages":{"next":"https://api.intercom.io/events?type=user&intercom_user_id=c1&before=1699999999"}}
            """,
            """{"type":"event.list","events":[{"type":"event","id":"e2","event_name":"paid"}],"pages":{"since":"https://api.intercom.io/events?type=user&intercom_user_id=c1&since=1700000000"}}""");
        var events = await version.ListAsync(wire, "GET /events", new Dictionary<string, object> { ["IntercomUserId"] = "c1" });
        Assert.That(events[0].At("EventName"), Is.EqualTo("paid"));
        Assert.That(events[0].At("Metadata.seats"), Is.EqualTo(3));
        Assert.That(events.Select(item => item.At("Id")), Is.EqualTo(["e1", "e2"]), "the next page is the one before a point in time");
        Assert.That(wire.Requests[1].Query, Is.EquivalentTo(["type=user", "intercom_user_id=c1", "before=1699999999"]));
    }

    [EveryVersion]
    public async Task Lists_event_summaries(VersionUnderTest version)
    {
        using var wire = WireStub.Json(
            """
            {"type":"event.summary","email":"ada@example.com",
             "events":[{"name":"paid","first":"2024-01-01T00:00:00.000Z","last":"2024-01-02T00:00:00.000Z","count":2,"description":null}]}
            """);
        var entry = (await version.ListAsync(wire, "GET /events", new Dictionary<string, object> { ["Email"] = "ada@example.com", ["Summary"] = true })).Single();
        Assert.That(entry.At("Name"), Is.EqualTo("paid"));
        Assert.That(entry.At("Count"), Is.EqualTo(2));
        Assert.That(wire.Request.Query, Does.Contain("summary=true"));
    }

    [EveryVersion]
    public async Task Sends_event_filter_members_as_query_parameters(VersionUnderTest version)
    {
        foreach (var (property, parameter) in new[] { ("UserId", "user_id"), ("IntercomUserId", "intercom_user_id"), ("Email", "email") })
        {
            using var wire = WireStub.Json("""{"events":[]}""");
            await version.ListAsync(wire, "GET /events", new Dictionary<string, object> { [property] = "ada@example.com" });
            Assert.That(wire.Request.Query, Is.EquivalentTo(["type=user", $"{parameter}=ada@example.com"]));
        }
    }

    [EveryVersion]
    public async Task Downloads_exports(VersionUnderTest version)
    {
        (string Key, object?[] Arguments)[] calls = [("GET /download/content/data/{}", ["j1"]), ("GET /download/reporting_data/{}", ["j1", "app"])];
        foreach (var (key, arguments) in calls.Where(call => version.Has(call.Key)))
        {
            using var wire = new WireStub(() => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) });
            using var file = (IntercomDownload)(await version.CallAsync(wire, key, arguments))!;
            using var bytes = new MemoryStream();
            await file.Content.CopyToAsync(bytes);
            Assert.That(bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }), key);
            Assert.That(wire.Request.Header("Accept"), Is.EqualTo("application/octet-stream"), key);
            Assert.That(version.Operation(key).Method.GetParameters().Select(parameter => parameter.Name), Does.Not.Contain("accept"), key);
        }
    }

    [VersionsWith("GET /calls/{}/recording")]
    public async Task Downloads_a_recording_although_no_success_response_is_described(VersionUnderTest version)
    {
        using var recording = new WireStub(
            () => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("https://files.example.test/1.wav") } },
            () => new HttpResponseMessage { Content = new ByteArrayContent([9]) });
        using var file = (IntercomDownload)(await version.CallAsync(recording, "GET /calls/{}/recording", "1"))!;
        Assert.That(file.Response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [VersionsWith("GET /fin_voice/phone_number/{}")]
    public async Task Finds_a_call_by_phone_number(VersionUnderTest version)
    {
        using var call = WireStub.Json("""{"id":5,"app_id":6,"user_phone_number":"+15550100","call_transcript":[{"a":1}]}""");
        var found = await version.CallAsync(call, "GET /fin_voice/phone_number/{}", "+15550100");
        Assert.That(found.At("Id"), Is.EqualTo("5"));
        Assert.That(call.Request.Uri.AbsolutePath, Is.EqualTo("/fin_voice/phone_number/%2B15550100"));
    }

    [EveryVersion]
    public void Reads_the_job_identifier_of_an_export(VersionUnderTest version)
    {
        var export = version.Read("DataExport", """{"job_identifier":"orzzsbd7hk67xyu","status":"pending"}""");
        Assert.That(export.At("JobIdentifier"), Is.EqualTo("orzzsbd7hk67xyu"));
        Assert.That(export.At("Status"), Is.EqualTo("pending"));
    }

    [TestCase("""{"workflow":{"name":"Triage"},"event":{"type":"step","result":"done"}}""", "Workflow.Name", "Triage")]
    [TestCase("""{"attribute":{"name":"Plan"},"value":{"name":"gold"}}""", "Value.Name", "gold")]
    [TestCase("""{"attribute":{"name":"Plan"},"value":{"name":"gold","previous":"silver"}}""", "Value.Previous", "silver")]
    [TestCase("""{"action":{"name":"Refund","result":"success"}}""", "Action.Result", "success")]
    [TestCase("""{"tags_added":["a"],"tags_removed":[]}""", "TagsAdded[0]", "a")]
    [TestCase("""{"until":"custom","custom_until_time":"2026-01-01T00:00:00Z"}""", "Until", "custom")]
    [TestCase("""{"current_priority":"priority","previous_priority":"not_priority"}""", "CurrentPriority", "priority")]
    [TestCase("""{"sla_name":"Gold","sla_definition":{"first_reply_time":60},"sla_target_type":"first_reply_time"}""", "SlaName", "Gold")]
    [TestCase("""{"sla_states":{"first_reply_time":{"status":"active","seconds_remaining":5}}}""", "SlaStates", null)]
    [TestCase("""{"call_id":"12"}""", "CallId", "12")]
    public void Reads_event_details_without_a_wrapper_object(string details, string path, string? value)
    {
        var json = (JObject)Json.Parse(details);
        var versions = VersionSets.With("ConversationPart.EventDetails")
            .Where(version => HasMembers(version.Type("ConversationPart").GetProperty("EventDetails")!.PropertyType, json))
            .ToList();
        Assert.That(versions, Is.Not.Empty);
        foreach (var version in versions)
        {
            var part = version.Read("ConversationPart", "{\"id\":\"1\",\"event_details\":" + details + "}");
            Assert.That(ModelGraph.Untyped(part), Is.Empty, version.Name);
            AssertWritten(part, "{\"id\":\"1\",\"event_details\":" + details + "}");
            if (value is not null)
                Assert.That(part.At($"EventDetails.{path}"), Is.EqualTo(value), version.Name);
        }
    }

    [EveryVersion]
    public async Task Keeps_unknown_activity_types(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"activity_log.list","activity_logs":[{"id":"1","activity_type":"invented_tomorrow"},{"id":"2","activity_type":"admin_login_success"}]}""");
        var logs = await version.ListAsync(wire, "GET /admins/activity_logs", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.That(logs.Select(log => log.At("ActivityType")), Is.EqualTo(["invented_tomorrow", "admin_login_success"]));
        AssertWritten(logs[0], """{"id":"1","activity_type":"invented_tomorrow"}""");
    }

    [VersionsWith("MessageType", "CreateMessageRequest.MessageType")]
    public void In_app_message_type_has_the_value_inapp(VersionUnderTest version)
    {
        var type = version.Type("MessageType");
        Assert.That(type.GetProperty("InApp")!.GetValue(null).At("Value"), Is.EqualTo("inapp"));
        Assert.That(version.Type("CreateMessageRequest").GetProperty("MessageType")!.PropertyType, Is.EqualTo(typeof(Nullable<>).MakeGenericType(type)));
    }

    [Test]
    public async Task Sends_an_in_app_message_as_inapp()
    {
        using var wire = WireStub.Json("""{"type":"user_message","id":"1","message_type":"inapp"}""");
        using var intercom = new V2_14.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
        var message = await intercom.Messages.CreateAsync(new V2_14.CreateMessageRequest { MessageType = V2_14.MessageType.InApp });
        AssertJson(wire.Request.Body!, """{"message_type":"inapp"}""");
        Assert.That(message.MessageType, Is.EqualTo(V2_14.MessageType.InApp));
    }

    [EveryVersion]
    public async Task Data_attribute_requests_have_a_type_and_options(VersionUnderTest version)
    {
        var create = """{"name":"Color","model":"contact","data_type":"string","options":[{"value":"red"},{"value":"blue"}]}""";
        using var creation = WireStub.Json("""{"id":1}""");
        await version.CallAsync(creation, "POST /data_attributes", create);
        AssertJson(creation.Request.Body!, create);
        Assert.That(version.Read("CreateDataAttributeRequest", create).At("DataType"), Is.EqualTo("string"));
        Assert.That(version.Read("CreateDataAttributeRequest", create).At("Options[1].Value"), Is.EqualTo("blue"));

        var update = """{"archived":false,"options":[{"value":"red"}]}""";
        using var change = WireStub.Json("""{"id":1}""");
        await version.CallAsync(change, "PUT /data_attributes/{}", "1", update);
        AssertJson(change.Request.Body!, update);
        Assert.That(version.Read("UpdateDataAttributeRequest", update).At("Options[0].Value"), Is.EqualTo("red"));
    }

    [Test]
    public async Task Writes_only_the_properties_of_each_tag_request()
    {
        V2_14.CreateTagRequest create = new V2_14.CreateOrUpdateTagRequest { Name = "VIP", Id = "1" };
        V2_14.CreateTagRequest tag = new V2_14.TagCompaniesRequest { Name = "VIP", Companies = [new V2_14.CompanyToTag { Id = "k1" }, new V2_14.CompanyToTag { CompanyId = "own" }] };
        V2_14.CreateTagRequest untag = new V2_14.UntagCompaniesRequest { Name = "VIP", Companies = [new V2_14.CompanyToUntag { Id = "k1" }] };
        V2_14.CreateTagRequest users = new V2_14.TagUsersRequest { Name = "VIP", Users = [new V2_14.UserToTag { Id = ContactId }] };
        await AssertSentAsync(create, """{"name":"VIP","id":"1"}""");
        await AssertSentAsync(tag, """{"name":"VIP","companies":[{"id":"k1"},{"company_id":"own"}]}""");
        await AssertSentAsync(untag, """{"name":"VIP","companies":[{"id":"k1","untag":true}]}""");
        await AssertSentAsync(users, "{\"name\":\"VIP\",\"users\":[{\"id\":\"" + ContactId + "\"}]}");

        static async Task AssertSentAsync(V2_14.CreateTagRequest request, string json)
        {
            using var wire = WireStub.Json("""{"type":"tag","id":"1","name":"VIP"}""");
            using var intercom = new V2_14.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
            await intercom.Tags.CreateAsync(request);
            AssertJson(wire.Request.Body!, json);
        }
    }

    // Without this default, the API would tag the company.
    [EveryVersion]
    public void Untag_is_true_by_default_when_untagging_companies(VersionUnderTest version)
    {
        var company = (IntercomModel)Activator.CreateInstance(version.Type("CompanyToUntag"))!;
        Assert.That(ModelProbe.Write(company).ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"untag":true}"""));
    }

    [VersionsWith("UpdateConversationPartRequest.Experimental")]
    public void Experimental_is_true_by_default_for_conversation_part_updates(VersionUnderTest version) =>
        Assert.That(Activator.CreateInstance(version.Type("UpdateConversationPartRequest")).At("Experimental"), Is.True);

    [VersionsWith("POST /conversations/{}/customers", "DELETE /conversations/{}/customers/{}")]
    public async Task Attaching_and_detaching_a_contact_returns_the_contacts(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"customers":[{"type":"user","id":"c1"},{"type":"lead","id":"c2"}]}""");
        var attached = await version.CallAsync(wire, "POST /conversations/{}/customers", "1", "{}");
        var detached = await version.CallAsync(wire, "DELETE /conversations/{}/customers/{}", "1", "c3", "{}");

        foreach (var result in new[] { attached, detached })
        {
            Assert.That(result.At("Customers[0].Id"), Is.EqualTo("c1"));
            Assert.That(result.At("Customers[1].Type"), Is.EqualTo("lead"));
        }
    }

    [EveryVersion]
    public async Task Phone_call_redirect_has_the_conversation_URL(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"phone_call_redirect","url":"https://app.example.test/conversations/1"}""");
        var redirect = await version.CallAsync(wire, "POST /phone_call_redirects", "{}");
        Assert.That(redirect.At("Url"), Is.EqualTo("https://app.example.test/conversations/1"));
    }

    [EveryVersion]
    public void Tag_request_has_all_four_cases(VersionUnderTest version) =>
        Assert.That(
            version.Type("CreateTagRequest").CaseTypes().Select(type => type.Name),
            Is.EqualTo(["CreateOrUpdateTagRequest", "TagCompaniesRequest", "UntagCompaniesRequest", "TagUsersRequest"]));

    [EveryVersion]
    public void All_contact_operations_use_one_contact_type(VersionUnderTest version)
    {
        var contact = version.Type("Contact");
        string[] operations = ["GET /contacts/{}", "PUT /contacts/{}", "POST /contacts/merge", "POST /contacts", "GET /contacts", "POST /contacts/search", "POST /visitors/convert"];
        Assert.That(operations.Select(key => version.Operation(key).ResultType), Is.All.EqualTo(contact));
        if (version.Has("GET /contacts/find_by_external_id/{}"))
            Assert.That(version.Operation("GET /contacts/find_by_external_id/{}").ResultType, Is.EqualTo(contact));
        Assert.That(version.Operation("POST /contacts").BodyType, Is.EqualTo(version.Type("CreateContactRequest")));
        Assert.That(version.Operation("PUT /contacts/{}").BodyType, Is.EqualTo(version.Type("UpdateContactRequest")));
        Assert.That(contact.GetProperty("EnabledPushMessaging"), Is.Not.Null, "It was declared only on the duplicates of this schema.");
    }

    [EveryVersion]
    public void Undeclared_properties_are_typed_or_kept_as_JSON(VersionUnderTest version)
    {
        var json = """
            {"id":"c1","opted_out_subscription_types":{"data":[{"id":"1"}]},"opted_in_subscription_types":{"data":[]},"utm_campaign":"a","utm_content":"b","utm_medium":"c",
             "utm_source":"d","utm_term":"e","referrer":"f","sms_consent":true,"unsubscribed_from_sms":false,"location":{"country_code":"IRL","continent_code":"EU"}}
            """;
        var contact = version.Read("Contact", json);
        Assert.That(ModelGraph.Untyped(contact), Is.Empty);
        AssertWritten(contact, json);

        var conversation = (IntercomModel)version.Read("Conversation", """{"id":"1","topics":{"type":"topic.list","topics":[]},"ticket":{"id":7},"customers":[{"id":"c1"}]}""");
        AssertWritten(conversation, """{"id":"1","topics":{"type":"topic.list","topics":[]},"ticket":{"id":7},"customers":[{"id":"c1"}]}""");
        Assert.That(conversation.AdditionalProperties["customers"][0]!.Value<string>("id"), Is.EqualTo("c1"));
        Assert.That(conversation.At("Topics.Type"), Is.EqualTo("topic.list"));
    }

    [VersionsWith("DELETE /custom_object_instances/{}", "DELETE /custom_object_instances/{}/{}")]
    public async Task Deletes_custom_objects_by_ID_and_by_external_ID(VersionUnderTest version)
    {
        using var byId = WireStub.Json("""{"object":"order","id":"22","deleted":true}""");
        await CallAsync(byId, "DeleteAsync", "order", "22");
        Assert.That(byId.Request.Uri.PathAndQuery, Is.EqualTo("/custom_object_instances/order/22"));

        using var byExternalId = WireStub.Json("""{"object":"order","id":"22","deleted":true}""");
        await CallAsync(byExternalId, "DeleteByExternalIdAsync", "order", "own 22");
        Assert.That(byExternalId.Request.Uri.PathAndQuery, Is.EqualTo("/custom_object_instances/order?external_id=own%2022"));
        Assert.That(byExternalId.Request.Method, Is.EqualTo("DELETE"));

        Task CallAsync(WireStub wire, string method, string type, string id)
        {
            var operation = version.Methods.Single(item => item.Method.DeclaringType!.Name == "CustomObjectInstancesClient" && item.Method.Name == method);
            return version.CallAsync(wire, DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path), type, id);
        }
    }

    [Test]
    public async Task Custom_object_path_returns_one_object_in_2_14_and_a_list_in_Preview()
    {
        using var one = WireStub.Json("""{"id":"22","external_id":"own"}""");
        using var intercom = new V2_14.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = one });
        V2_14.CustomObjectInstance instance = await intercom.CustomObjectInstances.GetByExternalIdAsync("order", "own");
        Assert.That(instance.Id, Is.EqualTo("22"));
        Assert.That(one.Request.Uri.PathAndQuery, Is.EqualTo("/custom_object_instances/order?external_id=own"));

        using var list = WireStub.Json("""{"type":"order.list","data":[{"id":"22"}]}""");
        using var preview = new Preview.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = list });
        Assert.That((await preview.CustomObjectInstances.ListAsync("order").FirstPageAsync()).Items.Single().Id, Is.EqualTo("22"));
    }

    [EveryVersion]
    public void IDs_are_strings_in_every_version(VersionUnderTest version)
    {
        foreach (var value in new[] { "127", "\"127\"" })
        {
            Assert.That(version.Read("Contact", "{\"owner_id\":" + value + "}").At("OwnerId"), Is.EqualTo("127"));
            Assert.That(version.Read("CreateContactRequest", "{\"owner_id\":" + value + "}").At("OwnerId"), Is.EqualTo("127"));
            Assert.That(version.Read("UpdateContactRequest", "{\"owner_id\":" + value + "}").At("OwnerId"), Is.EqualTo("127"));
            if (!version.Has("Ticket"))
                continue;
            var ticket = version.Read("Ticket", "{\"admin_assignee_id\":" + value + ",\"team_assignee_id\":" + value + "}");
            Assert.That(ticket.At("AdminAssigneeId"), Is.EqualTo("127"));
            Assert.That(ticket.At("TeamAssigneeId"), Is.EqualTo("127"));
        }

        var nobody = """{"admin_assignee_id":null,"team_assignee_id":null,"ai_topics":null}""";
        AssertWritten(version.Read("Conversation", nobody), nobody);
    }

    [VersionsWith("Company.Notes")]
    public void Company_notes_are_in_data(VersionUnderTest version)
    {
        var json = """{"id":"k1","notes":{"type":"list","data":[{"id":"n1","body":"<p>x</p>"}],"url":"/companies/k1/notes","total_count":3,"has_more":true}}""";
        var company = version.Read("Company", json);
        Assert.That(company.At("Notes.Data[0].Body"), Is.EqualTo("<p>x</p>"));
        Assert.That(company.At("Notes.HasMore"), Is.True);
        Assert.That(company.At("Notes.TotalCount"), Is.EqualTo(3));
        AssertWritten(company, json);
    }

    [EveryVersion]
    public void Only_properties_are_nullable(VersionUnderTest version)
    {
        var nullability = new NullabilityInfoContext();
        var failures = new List<string>();
        foreach (var operation in version.Methods)
        {
            var required = operation.Method.GetParameters().Where(parameter => !parameter.HasDefaultValue && parameter.Name != "query");
            foreach (var parameter in required.Where(parameter => nullability.Create(parameter).ReadState != NullabilityState.NotNull))
                failures.Add($"{operation}: {parameter.Name} can be null");
            var result = nullability.Create(operation.Method.ReturnParameter);
            if (result.ReadState != NullabilityState.NotNull || result.GenericTypeArguments.Any(argument => argument.ReadState != NullabilityState.NotNull))
                failures.Add($"{operation}: the result can be null");
        }

        foreach (var property in version.Models.SelectMany(model => model.JsonProperties()))
        {
            var info = nullability.Create(property);
            if (info.ReadState != NullabilityState.Nullable || info.WriteState != NullabilityState.Nullable)
                failures.Add($"{property.DeclaringType!.Name}.{property.Name} cannot be null");
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>) && info.GenericTypeArguments[0].ReadState != NullabilityState.NotNull)
                failures.Add($"{property.DeclaringType!.Name}.{property.Name}: an item can be null");
        }

        Assert.That(failures, Is.Empty);
    }

    [VersionsWith("Ticket.TicketAttributes", "CreateTicketRequest", "TicketTypeAttribute")]
    public void Schemas_without_a_type_hold_any_value(VersionUnderTest version)
    {
        var attributes = """{"_default_title_":"Broken","attempts":2,"urgent":true,"files":[{"name":"a.png","url":"https://files.example.test/a.png"}],"none":null}""";
        AssertWritten(version.Read("Ticket", "{\"ticket_attributes\":" + attributes + "}"), "{\"ticket_attributes\":" + attributes + "}");
        Assert.That(version.Read("Ticket", "{\"ticket_attributes\":" + attributes + "}").At("TicketAttributes.urgent"), Is.True);
        Assert.That(version.Read("CreateTicketRequest", "{\"ticket_attributes\":" + attributes + "}").At("TicketAttributes.attempts"), Is.EqualTo(2));
        foreach (var options in new[] { "\"text\"", "{\"multiline\":false}", "[{\"id\":\"1\",\"name\":\"a\"}]", "null" })
            AssertWritten(version.Read("TicketTypeAttribute", "{\"input_options\":" + options + "}"), "{\"input_options\":" + options + "}");
    }

    [EveryVersion]
    public async Task Segment_lists_accept_pages_of_any_shape(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"segment.list","segments":[{"type":"segment","id":"s1"}],"pages":{"anything":[1]}}""");
        Assert.That((await version.ListAsync(wire, "GET /segments")).Single().At("Id"), Is.EqualTo("s1"));
    }

    [EveryVersion]
    public void No_method_has_a_version_parameter(VersionUnderTest version) =>
        Assert.That(
            version.Methods.SelectMany(operation => operation.Method.GetParameters())
                .Where(parameter => parameter.Name!.Contains("version", StringComparison.OrdinalIgnoreCase) && parameter.Name != "versionId")
                .Select(parameter => $"{parameter.Member.Name}({parameter.Name})"),
            Is.Empty);

    [VersionsWith("GET /contacts/find_by_external_id/{}")]
    public async Task Similar_paths_reach_different_operations(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"id":"c1"}""");
        await version.CallAsync(wire, "GET /contacts/find_by_external_id/{}", "companies");
        await version.CallAsync(wire, "GET /contacts/{}", "find_by_external_id/companies");
        Assert.That(wire.Requests.Select(request => request.Uri.AbsolutePath), Is.EqualTo(["/contacts/find_by_external_id/companies", "/contacts/find_by_external_id%2Fcompanies"]));
    }

    [VersionsWith("ContactReplyMessageType.QuickReply")]
    public void Contact_can_reply_with_a_quick_reply(VersionUnderTest version)
    {
        var type = version.Type("ContactReplyMessageType");
        Assert.That(type.GetProperty("QuickReply")!.GetValue(null).At("Value"), Is.EqualTo("quick_reply"));
        var json = """{"message_type":"quick_reply","type":"user","user_id":"u1","reply_options":[{"text":"Yes","uuid":"1"}]}""";
        var request = (IntercomUnion)version.Read("ReplyConversationRequest", json);
        Assert.That(request.Value, Is.InstanceOf(version.Type("ContactReplyByUserIdRequest")));
        AssertWritten(request, json);
    }

    [EveryVersion]
    public void Reads_values_of_several_JSON_types(VersionUnderTest version)
    {
        AssertWritten(version.Read("ActivityLogMetadata", """{"before":"a","after":{"b":1}}"""), """{"before":"a","after":{"b":1}}""");
        AssertWritten(version.Read("Ticket", """{"ticket_state":"in_progress"}"""), """{"ticket_state":"in_progress"}""");
        Assert.That(version.Read("ConversationPart", """{"id":269650473}""").At("Id"), Is.EqualTo("269650473"));
        Assert.That(version.Read("ConversationTeammates", """{"admins":[{"id":"7"}]}""").At("Admins[0].Id"), Is.EqualTo("7"));
        Assert.That(version.Read("ContactTags", """{"url":"/contacts/c1/tags"}""").At("Url"), Is.EqualTo("/contacts/c1/tags"));
    }

    [VersionsWith("Admin.AwayStatusReasonId")]
    public void Away_status_reason_ID_is_a_string(VersionUnderTest version)
    {
        foreach (var json in new[] { """{"away_status_reason_id":"12"}""", """{"away_status_reason_id":12}""" })
            Assert.That(version.Read("Admin", json).At("AwayStatusReasonId"), Is.EqualTo("12"));
    }

    [EveryVersion]
    public void Operation_with_two_tags_is_one_method(VersionUnderTest version) =>
        Assert.That(version.Methods.Select(operation => $"{operation.HttpMethod} {operation.Path}"), Is.Unique);

    /// <summary>Whether a type has all properties of a JSON object, recursively.</summary>
    private static bool HasMembers(Type type, JObject json) => json.Properties().All(member =>
        type.JsonProperties().FirstOrDefault(property => property.JsonName() == member.Name) is { } found
        && (member.Value is not JObject inner || !found.PropertyType.IsSubclassOf(typeof(IntercomModel)) || HasMembers(found.PropertyType, inner)));

    /// <summary>Asserts that a property holds values of any type and writes them unchanged.</summary>
    private static void AssertBag(VersionUnderTest version, string type, string property, string wireName)
    {
        Assert.That(version.Type(type).GetProperty(property)!.PropertyType, Is.EqualTo(typeof(CustomAttributes)), $"{type}.{property}");
        var json = "{\"" + wireName + "\":{\"text\":\"a\",\"flag\":true,\"number\":155.5,\"count\":9,\"list\":[\"a\",1],\"object\":{\"type\":\"Order.list\",\"instances\":[]},\"none\":null}}";
        var model = version.Read(type, json);
        Assert.That(model.At($"{property}.flag"), Is.True, $"{type}.{property}");
        Assert.That(model.At($"{property}.number"), Is.EqualTo(155.5), $"{type}.{property}");
        Assert.That(model.At($"{property}.count"), Is.EqualTo(9), $"{type}.{property}");
        AssertWritten(model, json);
    }

    private static void AssertWritten(object model, string json) => AssertJson(JsonConvert.SerializeObject(model), json);

    private static void AssertJson(string written, string expected) =>
        Assert.That(JToken.DeepEquals(Json.Parse(written), Json.Parse(expected)), Is.True, () => $"{written}\nfor\n{expected}");
}
