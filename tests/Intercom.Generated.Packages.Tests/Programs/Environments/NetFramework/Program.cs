using System;
using System.Threading;
using System.Threading.Tasks;
using Acme;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;

public static class Program
{
    public static async Task Main()
    {
        using (var fake = new FakeIntercom("2.16"))
        {
            fake.AddContacts(20);
            var services = new ServiceCollection();
            services.AddIntercom<IntercomClient>(options =>
            {
                options.AccessToken = fake.AccessToken;
                options.HttpMessageHandler = fake;
            });
            using (var provider = services.BuildServiceProvider())
            {
                var book = new AddressBook(provider.GetRequiredService<IntercomClient>(), TimeProvider.System);
                Console.WriteLine(await book.CountAsync(CancellationToken.None) + " contacts on " + Environment.Version);
            }
        }
    }
}
