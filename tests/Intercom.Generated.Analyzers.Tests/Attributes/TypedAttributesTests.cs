using Intercom.Generated.V2_16;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Analyzers.Tests.Attributes;

/// <summary>Tests the generated code of <see cref="EveryKind"/>.</summary>
public sealed class TypedAttributesTests
{
    private const string Stored = """
        {"Plan name":"gold","seats":12,"total_bytes":9007199254740993,"ratio":0.5,"price":19.99,"is_trial":true,"last_login":1767225600,"trial_ends_at":1767225601,
        "renewal":1798761600,"level":"Gold plan","tags":["a","b"],"names2":["c"],"regions":["eu"],
        "order":{"type":"Order.list","instances":[{"id":"21","external_id":"123","type":"Order"}]},"other":"kept"}
        """;

    private static CustomAttributes Attributes(string json) => JsonConvert.DeserializeObject<CustomAttributes>(json)!;

    [Test]
    public void Reads_every_type()
    {
        var read = EveryKind.From(Attributes(Stored));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Plan, Is.EqualTo("gold"));
            Assert.That(read.Seats, Is.EqualTo(12));
            Assert.That(read.TotalBytes, Is.EqualTo(9007199254740993));
            Assert.That(read.Ratio, Is.EqualTo(0.5));
            Assert.That(read.Price, Is.EqualTo(19.99m));
            Assert.That(read.IsTrial, Is.True);
            Assert.That(read.LastLogin, Is.EqualTo(new DateTime(2026, 1, 1)));
            Assert.That(read.LastLogin!.Value.Kind, Is.EqualTo(DateTimeKind.Utc));
            Assert.That(read.TrialEndsAt, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero)));
            Assert.That(read.Renewal, Is.EqualTo(new DateOnly(2027, 1, 1)));
            Assert.That(read.Level, Is.EqualTo(EveryKind.Tier.Gold));
            Assert.That(read.Tags, Is.EqualTo(["a", "b"]));
            Assert.That(read.Names2, Is.EqualTo(["c"]));
            Assert.That(read.Regions, Is.EqualTo(["eu"]));
            Assert.That(read.Order!.ObjectType, Is.EqualTo("Order"));
            Assert.That(read.Order.Ids, Is.EqualTo(["21"]));
        }
    }

    [Test]
    public void Writes_every_type_of_a_new_object()
    {
        var attributes = new EveryKind
        {
            Plan = "gold",
            Seats = 12,
            TotalBytes = 9007199254740993,
            Ratio = 0.5,
            Price = 19.99m,
            IsTrial = true,
            LastLogin = new DateTime(2026, 1, 1),
            TrialEndsAt = new DateTimeOffset(2026, 1, 1, 1, 0, 1, TimeSpan.FromHours(1)),
            Renewal = new DateOnly(2027, 1, 1),
            Level = EveryKind.Tier.Gold,
            Tags = ["a", "b"],
            Names2 = ["c"],
            Regions = ["eu"],
            Order = new CustomObjectReferences("21"),
        };

        Assert.That(
            JObject.Parse(JsonConvert.SerializeObject(attributes.ToCustomAttributes())),
            Is.EqualTo(JObject.Parse("""
                {"Plan name":"gold","seats":12,"total_bytes":9007199254740993,"ratio":0.5,"price":19.99,"is_trial":true,"last_login":1767225600,"trial_ends_at":1767225601,
                "renewal":1798761600,"level":"Gold plan","tags":["a","b"],"names2":["c"],"regions":["eu"],"order":["21"]}
                """)).Using<JObject>(JToken.DeepEquals));
    }

    [Test]
    public void Sends_nothing_of_a_new_object_without_values() =>
        Assert.That(new EveryKind().ToCustomAttributes(), Is.Empty);

    [Test]
    public void Sends_nothing_that_did_not_change() =>
        Assert.That(EveryKind.From(Attributes(Stored)).ToCustomAttributes(), Is.Empty);

    [Test]
    public void Sends_only_what_changed_and_null_for_what_was_cleared()
    {
        var attributes = EveryKind.From(Attributes(Stored));
        attributes.Seats = 13;
        attributes.Plan = null;
        attributes.Tags![0] = "changed in place";
        attributes.Names2!.Add("d");
        attributes.Order = new CustomObjectReferences();

        Assert.That(
            JsonConvert.SerializeObject(attributes.ToCustomAttributes()),
            Is.EqualTo("""{"Plan name":null,"seats":13,"tags":["changed in place","b"],"names2":["c","d"],"order":[]}"""));
    }

    [Test]
    public void Clears_every_attribute_that_is_null_when_all_are_sent()
    {
        var json = JObject.Parse(JsonConvert.SerializeObject(new EveryKind { Seats = 1 }.ToCustomAttributes(includeUnchanged: true)));

        Assert.That(json, Has.Count.EqualTo(14));
        Assert.That((int?)json["seats"], Is.EqualTo(1));
        Assert.That(json.Properties().Where(property => property.Name != "seats").Select(property => property.Value.Type), Is.All.EqualTo(JTokenType.Null));
    }

    [Test]
    public void A_value_that_does_not_fit_is_null_and_stays_stored()
    {
        const string Odd = """{"Plan name":{},"seats":99999999999,"ratio":"many","price":1e300,"is_trial":"x","last_login":"soon","renewal":[],"level":"Platinum","tags":"a","order":7}""";
        var attributes = EveryKind.From(Attributes(Odd));

        using (Assert.EnterMultipleScope())
        {
            foreach (var property in typeof(EveryKind).GetProperties().Where(property => property.CanWrite))
                Assert.That(property.GetValue(attributes), Is.Null, property.Name);
            Assert.That(attributes.ToCustomAttributes(), Is.Empty);
            var all = attributes.ToCustomAttributes(includeUnchanged: true);
            Assert.That(all["level"]?.AsString(), Is.EqualTo("Platinum"));
            Assert.That(all["seats"]?.AsInteger(), Is.EqualTo(99999999999));
        }
    }

    [Test]
    public void Changes_of_the_response_after_reading_do_not_count()
    {
        var response = Attributes(Stored);
        var attributes = EveryKind.From(response);
        response["seats"] = 99;
        attributes.Seats = 99;

        Assert.That(attributes.ToCustomAttributes()["seats"]?.AsInteger(), Is.EqualTo(99));
    }

    [Test]
    public void Missing_attributes_are_null() =>
        Assert.That(EveryKind.From(null).ToCustomAttributes(), Is.Empty);

    [Test]
    public void An_enum_value_without_a_member_throws() =>
        Assert.That(
            () => new EveryKind { Level = (EveryKind.Tier)7 }.ToCustomAttributes(),
            Throws.InvalidOperationException.With.Message.EqualTo("Level has the value 7, which is not a member of its enum."));

    [Test]
    public void Names_and_search_fields_are_typed()
    {
        var query = (EveryKind.Fields.Seats.GreaterThan(5) & EveryKind.Fields.Plan.StartsWith("g")) | EveryKind.Fields.Renewal.After(default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(EveryKind.Names.TrialEndsAt, Is.EqualTo("trial_ends_at"));
            Assert.That(EveryKind.Fields.Plan.Name, Is.EqualTo("custom_attributes.Plan name"));
            Assert.That(query.ToString(), Does.Contain("custom_attributes.seats"));
            Assert.That(
                typeof(EveryKind.Fields).GetProperties().Select(property => property.Name),
                Is.EquivalentTo(["Plan", "Seats", "TotalBytes", "Ratio", "Price", "IsTrial", "LastLogin", "TrialEndsAt", "Renewal", "Level"]));
        }
    }

    // A field of the generated class offers no operator that the search of contacts does not offer.
    [Test]
    public void Search_fields_are_those_of_contacts()
    {
        Assert.That(EveryKind.Fields.Seats.Operators, Is.EqualTo(ContactFields.CustomNumberAttribute("seats").Operators));
        Assert.That(EveryKind.Fields.Plan.Operators, Is.EqualTo(ContactFields.CustomAttribute("plan").Operators));
        Assert.That(EveryKind.Fields.IsTrial.Operators, Is.EqualTo(ContactFields.CustomBooleanAttribute("trial").Operators));
        Assert.That(EveryKind.Fields.Renewal.Operators, Is.EqualTo(ContactFields.CustomDateAttribute("renewal").Operators));
        Assert.That(EveryKind.Fields.Seats.Name, Is.EqualTo(ContactFields.CustomNumberAttribute("seats").Name));
    }

    [Test]
    public void Serves_every_object_with_custom_attributes()
    {
        var attributes = new EveryKind { Seats = 12 }.ToCustomAttributes();
        var holders = typeof(Contact).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties()).Where(property => property.PropertyType == typeof(CustomAttributes))
            .Select(property => property.DeclaringType!.Name);

        Assert.That(
            holders,
            Is.SupersetOf([
                nameof(Contact), nameof(UpdateContactRequest), nameof(Company), nameof(CreateOrUpdateCompanyRequest), nameof(Conversation), nameof(UpdateConversationRequest),
                nameof(Ticket), nameof(UpdateTicketRequest), nameof(CustomObjectInstance), nameof(CreateOrUpdateCustomObjectInstanceRequest),
            ]));
        Assert.That(JsonConvert.SerializeObject(new UpdateTicketRequest { TicketAttributes = attributes }), Does.Contain("\"ticket_attributes\":{\"seats\":12}"));
    }
}
