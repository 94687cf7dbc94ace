using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;

using var fake = new FakeIntercom("2.16");
fake.AddContacts(20);
var services = new ServiceCollection();
services.AddIntercom<IntercomClient>(options =>
{
    options.AccessToken = fake.AccessToken;
    options.HttpMessageHandler = fake;
});
await using var provider = services.BuildServiceProvider();
var count = 0;
await foreach (Contact contact in provider.GetRequiredService<IntercomClient>().Contacts.ListAsync())
    count++;
Console.WriteLine($"{count} contacts with the assembly for {typeof(IntercomClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName}");
