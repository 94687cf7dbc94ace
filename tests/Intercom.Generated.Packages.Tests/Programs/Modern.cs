using System.Reflection;
using System.Runtime.Versioning;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;

using var fake = new FakeIntercom("2.14");
fake.Add("data_attribute", new Newtonsoft.Json.Linq.JObject { ["name"] = "seats", ["model"] = "contact", ["data_type"] = "integer" });
fake.AddContacts(250);
using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

var names = 0;
await foreach (Contact contact in intercom.Contacts.ListAsync().WithPageSize(150))
    names += contact.Name is null ? 0 : 1;

Contact ada = await intercom.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com", CustomAttributes = new() { ["seats"] = 12 } });
ada = await intercom.Contacts.UpdateAsync(ada.Id!, new UpdateContactRequest { Name = null });

var status = "none";
try
{
    await intercom.Contacts.GetAsync("nobody");
}
catch (IntercomNotFoundException e)
{
    status = e.Errors[0].Code;
}

var framework = typeof(IntercomClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
Console.WriteLine($"{names} names, {ada.Email}, {status}, {framework}");
