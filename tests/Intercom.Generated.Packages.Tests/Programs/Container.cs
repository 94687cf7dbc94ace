using System.Reflection;
using System.Runtime.Versioning;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;
using Microsoft.Extensions.DependencyInjection;

using var fake = new FakeIntercom("2.14");
var id = (string)fake.AddContact("ada@example.com", "Ada")["id"]!;

var services = new ServiceCollection();
services.AddIntercom<IntercomClient>("eu", options =>
{
    options.AccessToken = fake.AccessToken;
    options.Region = IntercomRegion.Europe;
    options.HttpMessageHandler = fake;
});
await using var provider = services.BuildServiceProvider();
var contact = await provider.GetRequiredKeyedService<IntercomClient>("eu").Contacts.GetAsync(id);
var framework = typeof(IntercomServiceCollectionExtensions).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
Console.WriteLine($"{contact.Name} of the EU, {framework}");
