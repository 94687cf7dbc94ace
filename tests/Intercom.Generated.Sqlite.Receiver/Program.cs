using Intercom.Generated.Sqlite;
using Intercom.Generated.V2_16.Webhooks;
using Intercom.Generated.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

// Receives webhooks until it is killed. Prints its address, and appends the ID of each notification that it handled to a file.
var (secret, database, handled) = (args[0], args[1], args[2]);
using var log = new FileStream(handled, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

var builder = WebApplication.CreateEmptyBuilder(new());
builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
builder.Services.AddRoutingCore();
builder.Services
    .AddIntercomWebhooks(options =>
    {
        options.ClientSecrets.Add(secret);
        options.Topics = IntercomWebhooks.Topics;
        options.MaxAge = null;
    })
    .AddOutbox(_ => new SqliteNotificationOutbox(database))
    .AddHandler<IntercomNotification>(async (notification, cancellationToken) =>
    {
        // Long enough that a kill finds notifications that are acknowledged and not handled.
        await Task.Delay(2, cancellationToken);
        await log.WriteAsync(System.Text.Encoding.ASCII.GetBytes(notification.Id + "\n"), cancellationToken);
    });

var app = builder.Build();
app.UseRouting();
app.MapIntercomWebhooks("/");
await app.StartAsync();
Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
await Task.Delay(Timeout.Infinite);
