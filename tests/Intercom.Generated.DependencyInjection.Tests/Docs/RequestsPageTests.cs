// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;
// </snippet>
using Intercom.Generated.Testing;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/requests.md.</summary>
public sealed class RequestsPageTests : IDisposable
{
    private readonly FakeIntercom _fake = new("2.16");
    private readonly IntercomClient intercom;
    private readonly string id;

    public RequestsPageTests()
    {
        id = (string)_fake.AddContact(new JObject
        {
            ["role"] = "user",
            ["email"] = "ada@example.com",
            ["custom_attributes"] = new JObject { ["plan"] = "gold", ["seats"] = 12, ["renewal"] = 1767225600 },
        })["id"]!;
        _fake.Add("data_attribute", new JObject { ["name"] = "trial_ends_at", ["model"] = "contact", ["data_type"] = "date" });
        intercom = new IntercomClient(new IntercomClientOptions(_fake.AccessToken) { HttpMessageHandler = _fake });
    }

    public void Dispose()
    {
        intercom.Dispose();
        _fake.Dispose();
    }

    [Test]
    public async Task Null_and_absent()
    {
        // <snippet null>
        await intercom.Contacts.UpdateAsync(id, new UpdateContactRequest
        {
            Name = "Ada",      // changed
            Phone = null,      // cleared
                               // everything else stays as it is
        });
        // </snippet>
        Assert.That(_fake.Requests[^1].Body, Is.EqualTo("""{"phone":null,"name":"Ada"}"""));
    }

    [Test]
    public async Task Required_members()
    {
        // <snippet required>
        try
        {
            #pragma warning disable INTERCOM2200 // Shows what happens at run time.
            await intercom.Articles.CreateAsync(new CreateArticleRequest { Title = "How to export" });
            #pragma warning restore INTERCOM2200
        }
        catch (ArgumentException e)
        {
            // Articles.Create requires CreateArticleRequest.AuthorId. Assign it before the call.
            Console.WriteLine(e.Message);
        }
        // </snippet>
        Assert.That(_fake.Requests, Is.Empty);
    }

    [Test]
    public async Task Custom_attributes()
    {
        // <snippet custom attributes>
        Contact contact = await intercom.Contacts.GetAsync(id);
        string? plan = contact.CustomAttributes?.GetString("plan");
        DateOnly? renewal = contact.CustomAttributes?.GetDate("renewal");
        if (contact.CustomAttributes?.TryGetInteger("seats", out var seats) == true)
            Console.WriteLine($"{plan} with {seats} seats until {renewal}");

        int? moreSeats = 20;
        await intercom.Contacts.UpdateAsync(id, new UpdateContactRequest
        {
            CustomAttributes = new CustomAttributes
            {
                ["plan"] = "platinum",
                ["seats"] = moreSeats,
                ["renewal"] = new DateOnly(2027, 1, 1),
                ["trial_ends_at"] = null,      // clears the attribute
            },
        });
        // </snippet>
        Assert.That((plan, renewal), Is.EqualTo(("gold", (DateOnly?)new DateOnly(2026, 1, 1))));
        Assert.That(
            _fake.Requests[^1].Body,
            Is.EqualTo("""{"custom_attributes":{"plan":"platinum","seats":20,"renewal":1798761600,"trial_ends_at":null}}"""));
    }

    [Test]
    public async Task Create_or_update()
    {
        // <snippet create or update>
        Contact ada = await intercom.Contacts.CreateOrUpdateAsync(new CreateContactRequest { Role = "user", Email = "ada@example.com", Name = "Ada" });
        Company acme = await intercom.Companies.CreateOrUpdateAsync(new CreateOrUpdateCompanyRequest { CompanyId = "acme-1", Name = "Acme" });

        Contact? grace = await intercom.Contacts.FindByEmailAsync("grace@example.com");
        Contact? customer = await intercom.Contacts.FindByExternalIdAsync("customer-7");
        Company? company = await intercom.Companies.FindByCompanyIdAsync("acme-1");
        // </snippet>
        Assert.That((ada.Id, ada.Name), Is.EqualTo((id, "Ada")));
        Assert.That(company!.Id, Is.EqualTo(acme.Id));
        Assert.That((grace, customer), Is.EqualTo((default(Contact), default(Contact))));
    }

    // <snippet open enum>
    #pragma warning disable CS8524 // There are no other values.
    public static string Describe(Ticket ticket) => ticket.Category?.Known switch
    {
        TicketCategory.KnownValue.Customer => "from a customer",
        TicketCategory.KnownValue.BackOffice => "internal work",
        TicketCategory.KnownValue.Tracker => "about several conversations",
        null => $"of the new category {ticket.Category}",
    };
    #pragma warning restore CS8524
    // </snippet>

    [Test]
    public void Open_enums()
    {
        Assert.That(Describe(new Ticket { Category = TicketCategory.Customer }), Is.EqualTo("from a customer"));
        Assert.That(Describe(new Ticket { Category = "Robots" }), Is.EqualTo("of the new category Robots"));
    }

    [Test]
    public async Task Ticket_attributes()
    {
        // <snippet ticket attributes>
        var request = new CreateTicketRequest
        {
            TicketTypeId = "12",
            Contacts = [new TicketContactByEmail { Email = "ada@example.com" }],
            TicketAttributes = new CustomAttributes
            {
                [TicketAttributeNames.Title] = "The export fails",
                [TicketAttributeNames.Description] = "It stops after 10,000 rows.",
                ["Plan"] = "gold",
            },
        };
        // </snippet>
        using var fake = new FakeIntercom("2.16");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        fake.Respond("GET", "/ticket_types/12", _ => new HttpResponseMessage
        {
            Content = new StringContent(
                """{"id":"12","ticket_type_attributes":{"data":[{"name":"Priority","input_options":{"list_options":[{"id":"p1","label":"High"}]}}]}}"""),
        });
        // <snippet list items>
        TicketType bug = await intercom.TicketTypes.GetAsync(request.TicketTypeId);
        TicketTypeAttribute? priority = bug.TicketTypeAttributes?.Data?.FirstOrDefault(attribute => attribute.Name == "Priority");
        if (TicketListItems.FindId(priority?.InputOptions, "High") is { } high)
            request.TicketAttributes["Priority"] = high;
        // </snippet>
        Assert.That(request.TicketAttributes.GetString("Priority"), Is.EqualTo("p1"));
    }

    [Test]
    public async Task Response()
    {
        // <snippet response>
        IntercomResponse? response = null;
        Contact contact = await intercom.Contacts.GetAsync(id, new RequestOptions
        {
            OnRequest = request => request.Headers.Add("X-Correlation-Id", "7"),
            OnResponse = received => response = received,
            KeepRawBody = true,
        });
        Console.WriteLine($"{contact.Email}: {response!.StatusCode}, request {response.RequestId}, {response.RateLimit?.Remaining} left");
        Console.WriteLine(response.RawBody);
        // </snippet>
        Assert.That(response.RawBody, Does.StartWith("{").And.Contains("ada@example.com"));
        Assert.That(_fake.Requests[^1].Headers["X-Correlation-Id"], Is.EqualTo("7"));
    }

    [Test]
    public async Task Other_operations()
    {
        _fake.Respond("POST", "/experiments/7/run", _ => new HttpResponseMessage { Content = new StringContent("""{"id":"7"}""") });
        // <snippet other operations>
        var run = new ApiOperation("Experiments.Run", "POST", "/experiments/{id}/run");
        JObject result = await intercom.SendAsync<JObject>(new ApiRequest(run, "7") { Body = new JObject { ["dry"] = true } });
        // </snippet>
        Assert.That((string?)result["id"], Is.EqualTo("7"));
    }

    [Test]
    public void Page_shows_this_code() => Page.AssertContainsCodeOf("requests.md", nameof(RequestsPageTests));
}
