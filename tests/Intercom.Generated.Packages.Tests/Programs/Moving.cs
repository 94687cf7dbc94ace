// To move to another API version, change only the package and the last using directive.
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;

using var probe = new IntercomClient("token");
using var fake = new FakeIntercom(probe.Version.ToString());
fake.AddContacts(250);
fake.AddConversations(3);
fake.Add("data_attribute", new Newtonsoft.Json.Linq.JObject { ["name"] = "seats", ["model"] = "contact", ["data_type"] = "integer" });
using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

var contacts = new List<Contact>();
await foreach (Contact contact in intercom.Contacts.ListAsync().WithPageSize(150))
    contacts.Add(contact);

Contact ada = await intercom.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com", CustomAttributes = new() { ["seats"] = 12 } });
ada = await intercom.Contacts.UpdateAsync(ada.Id!, new UpdateContactRequest { Name = "Ada", Phone = null });
await intercom.Notes.CreateAsync(ada.Id!, new CreateNoteRequest { Body = "Calls on Mondays", AdminId = "991267583" });
var found = await intercom.Contacts.SearchAsync(ContactFields.Email.EqualTo("ada@example.com")).FirstPageAsync();

ConversationListItem listed = (await intercom.Conversations.ListAsync().FirstPageAsync()).Items[0];
Conversation conversation = await intercom.Conversations.ReplyAsync(listed.Id!, new AdminReplyConversationRequest { MessageType = "comment", AdminId = "991267583", Body = "Hello" });
var open = conversation.State == ConversationState.Open ? "open" : "other";

Company company = await intercom.Companies.CreateOrUpdateAsync(new CreateOrUpdateCompanyRequest { CompanyId = "acme", Name = "Acme" });
company = await intercom.Companies.UpdateAsync(company.Id!, new UpdateCompanyRequest { Name = "Acme Ltd" });

try
{
    await intercom.Contacts.GetAsync("nobody");
}
catch (IntercomNotFoundException e)
{
    Console.WriteLine($"{contacts.Count} contacts, {found.Items[0].Name}, {open}, {company.Name}, {e.Errors[0].Code}, {intercom.Version}");
}
