// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.V2_16;
// </snippet>
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/custom-attributes.md.</summary>
public sealed class CustomAttributesPageTests : IDisposable
{
    private readonly FakeIntercom _fake = new("2.16");
    private readonly IntercomClient intercom;
    private readonly string id;

    public CustomAttributesPageTests()
    {
        id = (string)_fake.AddContact(new JObject
        {
            ["role"] = "user",
            ["email"] = "ada@example.com",
            ["custom_attributes"] = new JObject { ["plan"] = "gold", ["seats"] = 12, ["tier"] = "Platinum", ["Trial ends at"] = 1767225600 },
        })["id"]!;
        _fake.Add("data_attribute", new JObject { ["name"] = "order", ["model"] = "contact", ["data_type"] = "relationship" });
        intercom = new IntercomClient(new IntercomClientOptions(_fake.AccessToken) { HttpMessageHandler = _fake });
    }

    private string? LastBody => _fake.Requests[^1].Body;

    public void Dispose()
    {
        intercom.Dispose();
        _fake.Dispose();
    }

    [Test]
    public async Task Read_and_write()
    {
        // <snippet change>
        Contact contact = await intercom.Contacts.GetAsync(id);
        PlanAttributes plan = PlanAttributes.From(contact.CustomAttributes);

        plan.Seats += 8;             // changed
        plan.TrialEndsAt = null;     // cleared
                                     // everything else stays as it is
        contact = await intercom.Contacts.UpdateAsync(id, new UpdateContactRequest { CustomAttributes = plan.ToCustomAttributes() });
        plan = PlanAttributes.From(contact.CustomAttributes);     // the next changes are relative to this response
        // </snippet>
        Assert.That(LastBody, Is.EqualTo("""{"custom_attributes":{"seats":20,"Trial ends at":null}}"""));
        Assert.That((plan.Plan, plan.Seats, plan.TrialEndsAt, plan.Tier), Is.EqualTo(("gold", (int?)20, (DateTimeOffset?)null, (Tier?)null)));
        Assert.That(plan.ToCustomAttributes(), Is.Empty);
        Assert.That(contact.CustomAttributes!.GetString("tier"), Is.EqualTo("Platinum"));
    }

    [Test]
    public async Task Create()
    {
        // <snippet create>
        await intercom.Contacts.CreateAsync(new CreateContactRequest
        {
            Email = "grace@example.com",
            CustomAttributes = new PlanAttributes { Plan = "gold", Seats = 5, Tier = Tier.Gold }.ToCustomAttributes(),
        });
        // </snippet>
        Assert.That(
            LastBody, Is.EqualTo("""{"email":"grace@example.com","custom_attributes":{"plan":"gold","seats":5,"tier":"Gold, yearly"}}"""));
    }

    [Test]
    public void Clear()
    {
        // <snippet clear>
        var changes = new PlanAttributes { Seats = 5 };

        CustomAttributes clearsPlan = changes.ToCustomAttributes();
        clearsPlan[PlanAttributes.Names.Plan] = null;

        CustomAttributes clearsAllOthers = changes.ToCustomAttributes(includeUnchanged: true);
        // </snippet>
        Assert.That(clearsPlan.Keys, Is.EquivalentTo(["seats", "plan"]));
        Assert.That(clearsAllOthers.Keys, Is.EquivalentTo(["plan", "seats", "renewal", "tier", "Trial ends at"]));
        Assert.That(clearsAllOthers["renewal"], Is.Null);
    }

    [Test]
    public async Task References()
    {
        var contact = new Contact { CustomAttributes = new CustomAttributes { ["order"] = new CustomObjectReferences("7") } };
        // <snippet references>
        OrderAttributes orders = OrderAttributes.From(contact.CustomAttributes);
        Console.WriteLine($"{orders.Order?.ObjectType}: {orders.Order}");

        orders.Order = new CustomObjectReferences("21", "22");     // replaces all references
        await intercom.Contacts.UpdateAsync(id, new UpdateContactRequest { CustomAttributes = orders.ToCustomAttributes() });
        // </snippet>
        Assert.That(LastBody, Is.EqualTo("""{"custom_attributes":{"order":["21","22"]}}"""));
    }

    [Test]
    public void Ticket_attributes() => Assert.That(
        new BugAttributes { Title = "Export fails", AffectedRows = 7 }.ToCustomAttributes().Keys,
        Is.EquivalentTo([TicketAttributeNames.Title, "Affected rows"]));

    [Test]
    public async Task Search()
    {
        var emails = new List<string?>();
        var find = async () =>
        {
            // <snippet search>
            SearchExpression query = PlanAttributes.Fields.Seats.GreaterThan(5) & PlanAttributes.Fields.Plan.EqualTo("gold");
            await foreach (Contact found in intercom.Contacts.SearchAsync(query))
                Console.WriteLine(found.Email);
            // </snippet>
            await foreach (Contact found in intercom.Contacts.SearchAsync(query))
                emails.Add(found.Email);
        };
        await find();
        Assert.That(emails, Is.EqualTo(["ada@example.com"]));
    }

    [Test]
    public void Page_shows_this_code() => Page.AssertContainsCodeOf("custom-attributes.md", nameof(CustomAttributesPageTests));
}

// <snippet class>
[IntercomAttributes]
public partial class PlanAttributes
{
    public string? Plan { get; set; }                  // plan
    public int? Seats { get; set; }                    // seats
    public DateOnly? Renewal { get; set; }             // renewal
    public Tier? Tier { get; set; }                    // tier

    [IntercomAttribute("Trial ends at")]
    public DateTimeOffset? TrialEndsAt { get; set; }

    [IntercomAttribute(Ignore = true)]
    public bool IsLarge => Seats > 100;
}

public enum Tier
{
    Free,                                              // free

    [IntercomAttribute("Gold, yearly")]
    Gold,
}
// </snippet>

// <snippet order class>
[IntercomAttributes]
public partial class OrderAttributes
{
    public CustomObjectReferences? Order { get; set; }
}
// </snippet>

// <snippet ticket class>
[IntercomAttributes]
public partial class BugAttributes
{
    [IntercomAttribute(TicketAttributeNames.Title)]
    public string? Title { get; set; }

    [IntercomAttribute("Affected rows")]
    public long? AffectedRows { get; set; }
}
// </snippet>
