using System.Net;
using Intercom.Generated.Runtime;
using RichardSzalay.MockHttp;

namespace Intercom.Generated.Core.Tests;

public class MergedContactTests
{
    private const string Merged =
        """{"type":"error.list","request_id":"b-1","errors":[{"code":"contact_merged","message":"This contact has been merged."}]}""";
    private const string Id = "6762f0d01bb69f9f2193bb7d";
    private const string Canonical = $"""</contacts/{Id}>; rel="canonical" """;

    [Test]
    public async Task Merged_contact_has_its_own_exception_with_the_surviving_contact()
    {
        var thrown = await Failure(410, Merged, Canonical);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.TypeOf<IntercomContactMergedException>().And.InstanceOf<IntercomNotFoundException>());
            Assert.That(((IntercomContactMergedException)thrown).SurvivingContactId, Is.EqualTo(Id));
            Assert.That(thrown.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(thrown.Errors.Single().Code, Is.EqualTo(IntercomErrorCodes.ContactMerged));
            Assert.That(thrown.RequestId, Is.EqualTo("b-1"));
            Assert.That(
                thrown.Message,
                Does.StartWith("Things.Get failed with 410 Gone: contact_merged: This contact has been merged.")
                    .And.EndsWith("Use the contact in SurvivingContactId instead."));
        }
    }

    [TestCase($"</contacts/{Id}>; rel=canonical")]
    [TestCase($"</contacts/{Id}>;rel=canonical")]
    [TestCase($"</contacts/{Id}>;REL=\"Canonical\"")]
    [TestCase($"  </contacts/{Id}> ; rel = \"canonical\" ")]
    [TestCase($"</contacts/{Id}>; rel=\"alternate canonical\"")]
    [TestCase($"</contacts/{Id}>; rel=\"can\\onical\"")]
    [TestCase($"</contacts/{Id}>; title=\"a, b; </contacts/0>; rel=\\\"canonical\\\"\"; rel=canonical")]
    [TestCase($"</contacts/{Id}>; rel=canonical; rel=next")]
    [TestCase($"</contacts/{Id}>; flag; ; rel=canonical")]
    [TestCase($"</contacts/{Id}>; type=\"application/json\"; rel=\"canonical\"; hreflang=en")]
    [TestCase($"</contacts/0>; rel=next, </contacts/{Id}>; rel=canonical")]
    [TestCase($"</contacts/0>, , </contacts/{Id}>; rel=canonical, </contacts/1>; rel=canonical")]
    [TestCase($"</admins/0>; rel=canonical, </contacts/{Id}>; rel=canonical")]
    [TestCase($"</contacts/0>; rel=canonical; anchor=\"/contacts/1\", </contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://api.intercom.io/contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://API.intercom.io:443/contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://api.eu.intercom.io/contacts/{Id}>; rel=canonical")]
    [TestCase($"<//api.intercom.io/contacts/{Id}>; rel=canonical")]
    [TestCase($"<../contacts/{Id}>; rel=canonical")]
    [TestCase($"</contacts/{Id}/>; rel=canonical")]
    [TestCase($"</contacts/{Id}?a=/b#/c>; rel=canonical")]
    [TestCase($"</contacts/%36762f0d01bb69f9f2193bb7d>; rel=canonical")]
    public async Task Surviving_contact_comes_from_the_first_canonical_link(string link) =>
        Assert.That(await Survivor(link), Is.EqualTo(Id));

    [TestCase("")]
    [TestCase("canonical")]
    [TestCase($"/contacts/{Id}; rel=canonical")]
    [TestCase($"</contacts/{Id}")]
    [TestCase($"</contacts/{Id}>")]
    [TestCase($"</contacts/{Id}>; rel")]
    [TestCase($"</contacts/{Id}>; rel=")]
    [TestCase($"</contacts/{Id}>; rel=next")]
    [TestCase($"</contacts/{Id}>; rel=next; rel=canonical")]
    [TestCase($"</contacts/{Id}>; rev=canonical")]
    [TestCase($"</contacts/{Id}>; title=\"; rel=canonical")]
    [TestCase($"</contacts/{Id}>; rel=canonical; anchor=\"/contacts/1\"")]
    [TestCase($"</contacts/{Id}> rel=canonical")]
    [TestCase($"</contacts/{Id}>; rel=\"canonical\" x, </contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://evil.example/contacts/{Id}>; rel=canonical")]
    [TestCase($"<//evil.example/contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://api.intercom.io.evil.example/contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://api.intercom.io@evil.example/contacts/{Id}>; rel=canonical")]
    [TestCase($"<https://api.intercom.io:8443/contacts/{Id}>; rel=canonical")]
    [TestCase($"<http://api.intercom.io/contacts/{Id}>; rel=canonical")]
    [TestCase($"<file:///contacts/{Id}>; rel=canonical")]
    [TestCase($"<javascript:/contacts/{Id}>; rel=canonical")]
    [TestCase("<https://[/contacts/1>; rel=canonical")]
    [TestCase("<>; rel=canonical")]
    [TestCase("</>; rel=canonical")]
    [TestCase("</contacts>; rel=canonical")]
    [TestCase("</contacts/>; rel=canonical")]
    [TestCase("</contacts/..>; rel=canonical")]
    [TestCase("</contacts/%2E%2E>; rel=canonical")]
    [TestCase("</contacts/..%2Fadmins>; rel=canonical")]
    [TestCase("</contacts/a%0D%0Ab>; rel=canonical")]
    [TestCase("</contacts/a b>; rel=canonical")]
    [TestCase("</contacts/a%3Fb>; rel=canonical")]
    [TestCase("</contacts/a%>; rel=canonical")]
    [TestCase("</contacts/\u00e9>; rel=canonical")]
    [TestCase("</contacts/%C3%A9>; rel=canonical")]
    [TestCase($"</companies/{Id}>; rel=canonical")]
    [TestCase($"</contacts/{Id}/notes>; rel=canonical")]
    [TestCase($"</companies/1/contacts/{Id}>; rel=canonical")]
    [TestCase($"</xcontacts/{Id}>; rel=canonical")]
    public async Task Any_other_header_leaves_the_surviving_contact_unknown(string link) =>
        Assert.That(await Survivor(link), Is.Null);

    [Test]
    public async Task Missing_header_leaves_the_surviving_contact_unknown()
    {
        var thrown = await Failure(410, Merged);
        Assert.That(thrown, Is.TypeOf<IntercomContactMergedException>().With.Property("SurvivingContactId").Null);
        Assert.That(thrown.Message, Does.EndWith("Search for the contact that it was merged into."));
    }

    [Test]
    public async Task Finds_the_link_in_any_of_several_headers() =>
        Assert.That(await Survivor("</contacts/0>; rel=next", "<broken", Canonical), Is.EqualTo(Id));

    [Test]
    public async Task Long_id_is_not_an_id() =>
        Assert.That(await Survivor($"</contacts/{new string('a', 129)}>; rel=canonical"), Is.Null);

    [TestCase($"</contacts/{Id}>; rel=canonical", Id)]
    [TestCase($"</intercom/contacts/{Id}>; rel=canonical", Id)]
    [TestCase($"<../contacts/{Id}>; rel=canonical", Id)]
    [TestCase($"<https://proxy.example/intercom/contacts/{Id}>; rel=canonical", Id)]
    [TestCase($"<https://api.intercom.io/contacts/{Id}>; rel=canonical", Id)]
    [TestCase($"<https://api.intercom.io/other/contacts/{Id}>; rel=canonical", null)]
    public async Task Path_of_the_base_address_can_precede_the_contact(string link, string? id)
    {
        var thrown = await Failure("https://proxy.example/intercom/", 410, Merged, link);
        Assert.That(((IntercomContactMergedException)thrown).SurvivingContactId, Is.EqualTo(id));
    }

    [Test]
    public async Task Content_of_the_header_is_not_in_the_message() =>
        Assert.That((await Failure(410, Merged, Canonical)).Message, Does.Not.Contain(Id));

    [Test]
    public async Task Not_found_with_the_code_is_a_merged_contact_too() =>
        Assert.That(await Failure(404, Merged, Canonical), Is.TypeOf<IntercomContactMergedException>());

    [TestCase("")]
    [TestCase("""{"type":"error.list","errors":[{"code":"gone"}]}""")]
    public async Task Gone_without_the_code_is_not_found(string body)
    {
        var thrown = await Failure(410, body, Canonical);
        Assert.That(thrown, Is.TypeOf<IntercomNotFoundException>());
        Assert.That(thrown.Message, Does.Contain("410 Gone").And.Contain("Check the IDs"));
    }

    [TestCase(400, typeof(IntercomBadRequestException))]
    [TestCase(409, typeof(IntercomConflictException))]
    [TestCase(500, typeof(IntercomServerException))]
    public async Task Code_does_not_change_the_meaning_of_other_statuses(int status, Type type) =>
        Assert.That(await Failure(status, Merged, Canonical), Is.TypeOf(type));

    [TestCase("<a>;b=\"c\",", 100_000)]
    [TestCase("<a>;;;,,", 100_000)]
    [TestCase("<a>;b=\"\\", 0)]
    [TestCase("<;\"", 0)]
    [TestCase("<a> ", 0)]
    [TestCase(",", 0)]
    public void Long_header_is_read_in_one_pass(string part, int links) =>
        Assert.That(WebLink.Parse(string.Concat(Enumerable.Repeat(part, 100_000))).Count(), Is.EqualTo(links));

    private static async Task<string?> Survivor(params string[] links) =>
        ((IntercomContactMergedException)await Failure(410, Merged, links)).SurvivingContactId;

    private static Task<IntercomApiException> Failure(int status, string body, params string[] links) =>
        Failure("https://api.intercom.io", status, body, links);

    private static async Task<IntercomApiException> Failure(string baseAddress, int status, string body, params string[] links)
    {
        using var http = new MockHttpMessageHandler();
        http.When(HttpMethod.Get, "*").Respond(
            (HttpStatusCode)status, links.Select(link => KeyValuePair.Create("Link", link)), "application/json", body);
        using var client = new IntercomClient(
            new IntercomClientOptions("t") { BaseAddress = new Uri(baseAddress), HttpMessageHandler = http, Retry = { MaxRetries = 0 } });
        try
        {
            await client.Things.GetAsync("1");
        }
        catch (IntercomApiException e)
        {
            return e;
        }

        throw new AssertionException("The call did not fail.");
    }
}
