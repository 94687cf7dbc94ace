using Intercom.Generated.Testing;

namespace Intercom.Generated.Aot;

/// <summary>Version negotiation and the version catalog.</summary>
internal static class Versions
{
    public static async Task NegotiationAsync(Checks check)
    {
        using var fake = new FakeIntercom("2.14", new FakeIntercomOptions { RequireVersion = false });
        fake.AddContacts(1);
        var negotiator = new IntercomVersionNegotiator(Workspace.Options(fake), [
            new VersionCandidate(ApiVersion.Preview, options => new Preview.IntercomClient(options)),
            new VersionCandidate(ApiVersion.V2_14, options => new V2_14.IntercomClient(options)),
        ]);
        var negotiation = await negotiator.NegotiateAsync();
        check.That(negotiation.Version == ApiVersion.V2_14 && negotiation.WorkspaceDefault == ApiVersion.V2_14);
        check.That(
            negotiation.Attempts is [{ Outcome: VersionNegotiationOutcome.Rejected }, { Outcome: VersionNegotiationOutcome.Accepted }]);
        using var client = (V2_14.IntercomClient)negotiation.Client;
        check.That((await client.Contacts.ListAsync().FirstPageAsync()).Items.Count == 1);
    }

    public static Task CatalogAsync(Checks check)
    {
        check.That(ApiCatalog.Versions.Count > 1 && ApiCatalog.Operations.Count > 100 && ApiCatalog.Types.Count > 100);
        check.That(ApiCatalog.FindOperation("GET", "/contacts/123")?.Id == "Contacts.Get");
        check.That(ApiCatalog.FindType("Contact")?.FindMember("Email")?.WireName == "email");
        check.That(ApiCatalog.DifferencesBetween(ApiVersion.V2_12, ApiVersion.V2_14).Count > 0);
        return Task.CompletedTask;
    }
}
