using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Companies are found, and created or updated, by the ID that the caller's system assigned, in every version.</summary>
public sealed class CompanyLookupTests
{
    private const string CompanyId = "acme 1";

    [EveryVersion]
    public async Task Finds_the_company_that_was_created_and_updated(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.AddCompany(new JObject { ["company_id"] = "other", ["name"] = "Other" });
        using var client = (IDisposable)version.CreateClient(fake);
        var companies = new Companies(version, client);

        var created = await companies.CreateOrUpdateAsync($$"""{"company_id":"{{CompanyId}}","name":"Acme","industry":"Rockets"}""");
        var updated = await companies.CreateOrUpdateAsync($$"""{"company_id":"{{CompanyId}}","name":"Acme Ltd"}""");
        var found = await companies.FindAsync(CompanyId);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated.At("Id"), Is.EqualTo(created.At("Id")));
            Assert.That(found.At("Id"), Is.EqualTo(created.At("Id")));
            Assert.That(found.At("Name"), Is.EqualTo("Acme Ltd"));
            Assert.That(found.At("Industry"), Is.EqualTo("Rockets"), "A property that is not set stays.");
            Assert.That(fake.Requests[^1].GetQuery("company_id"), Is.EqualTo(CompanyId));
        }
    }

    [EveryVersion]
    public async Task Reads_the_company_as_Intercom_returns_it(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.Respond("GET", "/companies", _ => new HttpResponseMessage
        {
            Content = new StringContent("""{"type":"company","id":"7","company_id":"acme 1","name":"Acme"}"""),
        });
        using var client = (IDisposable)version.CreateClient(fake);
        Assert.That((await new Companies(version, client).FindAsync(CompanyId)).At("Name"), Is.EqualTo("Acme"));
    }

    [EveryVersion]
    public async Task Returns_null_for_a_missing_company(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.AddCompany(new JObject { ["company_id"] = "other" });
        using var client = (IDisposable)version.CreateClient(fake);
        Assert.That(await new Companies(version, client).FindAsync(CompanyId), Is.Null);
        fake.Respond("GET", "/companies", _ => new HttpResponseMessage
        {
            Content = new StringContent("""{"type":"list","data":[],"total_count":0,"pages":{"type":"pages","page":1,"total_pages":0}}"""),
        });
        Assert.That(await new Companies(version, client).FindAsync(CompanyId), Is.Null);
    }

    [EveryVersion]
    public async Task Rejects_an_empty_ID_which_would_list_every_company(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        fake.AddCompany(new JObject { ["company_id"] = "other" });
        using var client = (IDisposable)version.CreateClient(fake);
        var e = await Assert.ThrowsAsync<ArgumentException>(() => new Companies(version, client).FindAsync(" "));
        Assert.That(e!.ParamName, Is.EqualTo("companyId"));
        Assert.That(fake.Requests, Is.Empty);
    }

    private sealed class Companies(VersionUnderTest version, object intercom)
    {
        private readonly object _client = version.ClientType.GetProperty("Companies")!.GetValue(intercom)!;

        public Task<object?> FindAsync(string companyId)
        {
            var method = version.Type("CompaniesClientLookups").GetMethod(
                "FindByCompanyIdAsync", [_client.GetType(), typeof(string), typeof(RequestOptions), typeof(CancellationToken)])!;
            return OperationMethod.ResultAsync((Task)method.Invoke(null, [_client, companyId, null, CancellationToken.None])!);
        }

        public Task<object?> CreateOrUpdateAsync(string json)
        {
            var request = Newtonsoft.Json.JsonConvert.DeserializeObject(json, version.Type("CreateOrUpdateCompanyRequest"));
            var method = _client.GetType().GetMethod("CreateOrUpdateAsync")!;
            return OperationMethod.ResultAsync((Task)method.Invoke(_client, [request, null, CancellationToken.None])!);
        }
    }
}
