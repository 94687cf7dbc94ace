using System.Net;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Contacts are found, and created or updated, in every version.</summary>
public sealed class ContactLookupTests
{
    private const string Email = "ada@example.com";

    [EveryVersion]
    public async Task Creates_then_updates_the_same_contact(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        using var client = (IDisposable)version.CreateClient(fake);
        var contacts = new Lookups(version, client);

        var created = await contacts.CreateOrUpdateAsync($$"""{"role":"user","email":"{{Email}}","name":"Ada","phone":"+15550100"}""");
        var updated = await contacts.CreateOrUpdateAsync($$"""{"role":"user","email":"{{Email}}","name":null}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated.At("Id"), Is.EqualTo(created.At("Id")));
            Assert.That(updated.At("Name"), Is.Null, "Null clears a property.");
            Assert.That(updated.At("Phone"), Is.EqualTo("+15550100"), "A property that is not set stays.");
            Assert.That(fake.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST", "POST", "PUT" }));
        }
    }

    [EveryVersion]
    public async Task Concurrent_calls_end_up_with_one_contact(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        using var client = (IDisposable)version.CreateClient(fake);
        var contacts = new Lookups(version, client);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => contacts.CreateOrUpdateAsync($$"""{"role":"user","email":"{{Email}}"}"""))));

        Assert.That(all.Select(contact => contact.At("Id")).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That((await contacts.FindByEmailAsync(Email)).At("Id"), Is.EqualTo(all[0].At("Id")));
    }

    [EveryVersion]
    public async Task Updates_the_contact_that_the_conflict_names_even_if_a_search_finds_another(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        var found = (string)fake.AddContact(Email, "Found")["id"]!;
        var named = (string)fake.AddContact("grace@example.com", "Named")["id"]!;
        fake.RespondOnce("POST", "/contacts", _ => Conflict($"A contact matching those details already exists with id={named}"));
        using var client = (IDisposable)version.CreateClient(fake);

        var updated = await new Lookups(version, client).CreateOrUpdateAsync($$"""{"external_id":"e1","name":"Ada"}""");

        Assert.That(updated.At("Id"), Is.EqualTo(named).And.Not.EqualTo(found));
        Assert.That(fake.Requests.Any(request => request.Path.Contains("search", StringComparison.Ordinal)), Is.False, "A search can lag by minutes.");
    }

    [EveryVersion]
    public async Task Searches_only_if_the_conflict_names_no_contact(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        var id = (string)fake.AddContact(Email, "Ada")["id"]!;
        fake.RespondOnce("POST", "/contacts", _ => Conflict("A contact matching those details already exists"));
        using var client = (IDisposable)version.CreateClient(fake);
        Assert.That((await new Lookups(version, client).CreateOrUpdateAsync($$"""{"external_id":"none","email":"{{Email}}"}""")).At("Id"), Is.EqualTo(id));
    }

    [EveryVersion]
    public void Throws_the_conflict_if_no_contact_is_known(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.RespondOnce("POST", "/contacts", _ => Conflict("A contact matching those details already exists"));
        using var client = (IDisposable)version.CreateClient(fake);
        var contacts = new Lookups(version, client);
        Assert.That(() => contacts.CreateOrUpdateAsync($$"""{"email":"{{Email}}"}"""), Throws.TypeOf<IntercomConflictException>());
    }

    [EveryVersion]
    public async Task Archived_contact_is_updated_only_on_request(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        var id = (string)fake.AddContact(Email, "Ada")["id"]!;
        fake.Respond("POST", "/contacts", _ => Conflict($"An archived contact matching those details already exists with id={id}"));
        using var client = (IDisposable)version.CreateClient(fake);
        var contacts = new Lookups(version, client);

        Assert.That(() => contacts.CreateOrUpdateAsync($$"""{"email":"{{Email}}"}"""), Throws.TypeOf<IntercomConflictException>().With.Property("IsAboutArchivedContact").True);
        var updated = await contacts.CreateOrUpdateAsync($$"""{"email":"{{Email}}","name":"New"}""", unarchive: true);

        Assert.That(updated.At("Name"), Is.EqualTo("New"));
        Assert.That(fake.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/contacts", "/contacts", $"/contacts/{id}/unarchive", $"/contacts/{id}" }));
    }

    [EveryVersion]
    public async Task Starts_over_if_the_contact_is_deleted_before_the_update(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.RespondOnce("POST", "/contacts", _ => Conflict("A contact matching those details already exists with id=gone"));
        using var client = (IDisposable)version.CreateClient(fake);
        var contact = await new Lookups(version, client).CreateOrUpdateAsync($$"""{"role":"user","email":"{{Email}}"}""");
        Assert.That(contact.At("Id"), Is.Not.EqualTo("gone"));
        Assert.That(fake.Requests, Has.Count.EqualTo(3));
    }

    [EveryVersion]
    public async Task Finds_contacts(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.AddContact(new JObject { ["role"] = "lead", ["email"] = Email, ["name"] = "Lead" });
        fake.AddContact(new JObject { ["role"] = "user", ["email"] = Email, ["name"] = "User", ["external_id"] = "e1" });
        fake.AddContact(new JObject { ["role"] = "lead", ["email"] = "lead@example.com", ["name"] = "Other" });
        using var client = (IDisposable)version.CreateClient(fake);
        var contacts = new Lookups(version, client);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await contacts.FindByEmailAsync(Email)).At("Name"), Is.EqualTo("User"));
            Assert.That((await contacts.FindByEmailAsync("lead@example.com")).At("Name"), Is.EqualTo("Other"));
            Assert.That(await contacts.FindByEmailAsync("nobody@example.com"), Is.Null);
            Assert.That((await contacts.FindByExternalIdAsync("e1")).At("Name"), Is.EqualTo("User"));
            Assert.That(await contacts.FindByExternalIdAsync("e2"), Is.Null);
        }
    }

    private static HttpResponseMessage Conflict(string message) => FakeIntercom.Error(HttpStatusCode.Conflict, "conflict", message);

    /// <summary>The methods of a version, which are extensions of its client of contacts.</summary>
    private sealed class Lookups(VersionUnderTest version, object intercom)
    {
        private readonly Type _methods = version.Type("ContactsClientLookups");
        private readonly object _client = version.ClientType.GetProperty("Contacts")!.GetValue(intercom)!;

        public Task<object?> CreateOrUpdateAsync(string json, bool unarchive = false)
        {
            var request = Newtonsoft.Json.JsonConvert.DeserializeObject(json, version.Type("CreateContactRequest"));
            return CallAsync("CreateOrUpdateAsync", request, unarchive);
        }

        public Task<object?> FindByEmailAsync(string email) => CallAsync("FindByEmailAsync", email);

        public Task<object?> FindByExternalIdAsync(string externalId) => CallAsync("FindByExternalIdAsync", externalId);

        private Task<object?> CallAsync(string name, params object?[] arguments) =>
            OperationMethod.ResultAsync((Task)Method(name).Invoke(null, [_client, .. arguments, null, CancellationToken.None])!);

        // The other overload has no options.
        private System.Reflection.MethodInfo Method(string name) => _methods.GetMethods()
            .Single(method => method.Name == name && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(RequestOptions)));
    }
}
