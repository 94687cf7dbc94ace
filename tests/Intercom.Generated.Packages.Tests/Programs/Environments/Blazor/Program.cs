// An app in a browser uses the models. Its server has the access token and calls Intercom.
using System.Net.Http.Json;
using Intercom.Generated.V2_16;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
using var http = new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) };
Contact? contact = await http.GetFromJsonAsync<Contact>("api/contacts/7");
Console.WriteLine(contact?.Name);
await builder.Build().RunAsync();
