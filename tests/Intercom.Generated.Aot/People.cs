using Intercom.Generated.V2_14;

namespace Intercom.Generated.Aot;

/// <summary>Contacts, companies, tags, and notes.</summary>
internal static class People
{
    public static async Task ContactsAsync(Checks check)
    {
        using var workspace = new Workspace();
        var contacts = workspace.Intercom.Contacts;
        var created = await contacts.CreateAsync(new CreateContactRequest
        {
            Role = "user",
            Email = "ada@example.com",
            Name = "Ada 😀 Lovelace",
            Phone = "+441632960000",
            SignedUpAt = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600),
            CustomAttributes = new CustomAttributes
            {
                ["plan"] = "gold",
                ["seats"] = 12,
                ["ratio"] = 0.5,
                ["beta"] = true,
                ["referrer"] = (string?)null,
            },
        });
        check.That(created is { Id.Length: > 0, Email: "ada@example.com", Name: "Ada 😀 Lovelace", Phone: "+441632960000" });
        check.That(created.SignedUpAt == DateTimeOffset.FromUnixTimeSeconds(1_767_225_600));
        check.That(created.CustomAttributes!["plan"]?.AsString() == "gold" && created.CustomAttributes["seats"]?.AsInteger() == 12);
        check.That(created.CustomAttributes["ratio"]?.AsNumber() is 0.5 && created.CustomAttributes["beta"]?.AsBoolean() is true);
        check.That(created.CustomAttributes["referrer"] is null);

        var read = await contacts.GetAsync(created.Id!);
        check.That(read.Id == created.Id && read.CreatedAt == created.CreatedAt);
        var updated = await contacts.UpdateAsync(created.Id!, new UpdateContactRequest { Phone = null });
        check.That(workspace.Sent.ToString(Newtonsoft.Json.Formatting.None) == """{"phone":null}""");
        check.That(updated is { Phone: null, Email: "ada@example.com" });

        workspace.Fake.AddContacts(30);
        var ids = new HashSet<string>();
        await foreach (var contact in contacts.ListAsync().WithPageSize(7))
            ids.Add(contact.Id!);
        check.That(ids.Count == 31);
        var first = await contacts.ListAsync().FirstPageAsync();
        await foreach (var page in contacts.ListAsync().AsPages(first.Continuation))
        {
            check.That(page.Items.Count == 10 && page.Items[0].Id != first.Items[0].Id);
            break;
        }

        var found = await contacts.SearchAsync(
            ContactFields.Email.EndsWith("@example.com") & ContactFields.Name.EqualTo("Ada 😀 Lovelace")).FirstPageAsync();
        check.That(found.TotalCount == 1 && found.Items[0].Id == created.Id);
        var searched = await contacts.SearchAsync(new SearchRequest
        {
            Query = new SearchFilterGroup
            {
                Operator = SearchGroupOperator.And,
                Value =
                [
                    new SearchFilter { Field = "email", Operator = SearchOperator.Equal, Value = "ada@example.com" },
                    new SearchFilterGroup
                    {
                        Operator = SearchGroupOperator.Or,
                        Value = [new SearchFilter { Field = "created_at", Operator = SearchOperator.GreaterThan, Value = 0 }],
                    },
                ],
            },
        }).FirstPageAsync();
        check.That(searched.Items.Count == 1);
        check.That((await contacts.ArchiveAsync(created.Id!)).Archived == true);
        check.That((await contacts.DeleteAsync(created.Id!)).Deleted == true);
    }

    public static async Task CompaniesAsync(Checks check)
    {
        using var workspace = new Workspace();
        var companies = workspace.Intercom.Companies;
        var company = await companies.CreateOrUpdateAsync(new CreateOrUpdateCompanyRequest
        {
            CompanyId = "c-1",
            Name = "Example Ltd",
            Plan = "gold",
            Size = 12,
            RemoteCreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        });
        check.That(company is { CompanyId: "c-1", Name: "Example Ltd", Size: 12, Plan.Name: "gold" });
        check.That((await companies.UpdateAsync(company.Id!, new UpdateCompanyRequest { Name = "Example plc" })).Name == "Example plc");

        var contact = (string)workspace.Fake.AddContact("ada@example.com")["id"]!;
        check.That((await companies.AttachContactAsync(contact, new AttachContactToCompanyRequest { Id = company.Id })).Id == company.Id);
        var members = 0;
        await foreach (var member in companies.ListContactsAsync(company.Id!))
            members += member.Id == contact ? 1 : 0;
        check.That(members == 1);

        workspace.Fake.AddCompanies(25);
        var listed = 0;
        await foreach (var page in companies.ListAsync().AsPages(pageSize: 10))
            listed += page.Items.Count;
        var scrolled = 0;
        await foreach (var item in companies.ScrollAsync())
            scrolled += item.Name is null ? 0 : 1;
        check.That(listed == 26 && scrolled == 26);
    }

    public static async Task TagsAndNotesAsync(Checks check)
    {
        using var workspace = new Workspace();
        var intercom = workspace.Intercom;
        var contact = (string)workspace.Fake.AddContact("ada@example.com")["id"]!;
        var tag = await intercom.Tags.CreateAsync(new CreateOrUpdateTagRequest { Name = "vip" });
        check.That(tag is { Name: "vip", Id.Length: > 0 });
        check.That((await intercom.Tags.AttachToContactAsync(contact, new AttachTagToContactRequest { Id = tag.Id })).Id == tag.Id);
        check.That((await intercom.Tags.ListAsync().FirstPageAsync()).Items.Count == 1);
        await intercom.Tags.DetachFromContactAsync(contact, tag.Id!);
        await intercom.Tags.DeleteAsync(tag.Id!);
        check.That(workspace.Fake.Tags.Count == 0);

        var note = await intercom.Notes.CreateAsync(contact, new CreateNoteRequest { Body = "<p>Called \"back\"</p>" });
        check.That(note.Body!.Contains("Called", StringComparison.Ordinal) && note.Contact!.Id == contact);
        check.That((await intercom.Notes.GetAsync(note.Id!)).CreatedAt == note.CreatedAt);
        check.That((await intercom.Notes.ListAsync(contact).FirstPageAsync()).Items[0].Id == note.Id);
    }
}
