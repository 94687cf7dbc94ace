using Acme;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;

using var fake = new FakeIntercom("2.16");
fake.AddContacts(20);
fake.Add("data_attribute", new Newtonsoft.Json.Linq.JObject { ["name"] = "seats", ["model"] = "contact", ["data_type"] = "integer" });
using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
var book = new AddressBook(intercom, TimeProvider.System);
var id = await book.AddAsync("ada@example.com", CancellationToken.None);
var again = await book.AddAsync("ada@example.com", CancellationToken.None);
Console.WriteLine($"{id == again}, {await book.CountAsync(CancellationToken.None)} contacts on .NET {Environment.Version.Major}");
