// A bot that greets, tags, and assigns new conversations. Runs against the embedded fake Intercom, which sends the webhooks. To run it for
// your own workspace, set INTERCOM_ACCESS_TOKEN, INTERCOM_CLIENT_SECRET, and INTERCOM_ADMIN_ID, and let Intercom post to
// /intercom/webhooks.

using Intercom.Generated;
using Intercom.Generated.Sqlite;
using Intercom.Generated.V2_16;
using Intercom.Generated.V2_16.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using SupportBot;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
using var workspace = string.IsNullOrWhiteSpace(token) ? new SampleWorkspace() : null;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddIntercom<IntercomClient>(options =>
{
    options.AccessToken = token ?? workspace!.Fake.AccessToken;
    options.HttpMessageHandler = workspace?.Fake;
});
builder.Services.AddSingleton(new BotSettings(Environment.GetEnvironmentVariable("INTERCOM_ADMIN_ID") ?? SampleWorkspace.AdminId));
var webhooks = builder.Services
    .AddIntercomWebhooks(options =>
    {
        options.ClientSecrets.Add(workspace?.Fake.ClientSecret ?? Environment.GetEnvironmentVariable("INTERCOM_CLIENT_SECRET")!);
        options.Topics = IntercomWebhooks.Topics;
        // One after the other, so that the steps on the console are in order.
        options.MaxConcurrency = 1;
    })
    .AddHandler<ConversationUserCreated, NewConversationHandler>();
// With your workspace, a notification that was acknowledged must survive a restart.
if (workspace is null)
    webhooks.AddOutbox(_ => new SqliteNotificationOutbox("support-bot.db"));
else
    builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");

var app = builder.Build();
app.MapIntercomWebhooks("/intercom/webhooks");
if (workspace is null)
{
    AnsiConsole.MarkupLine("[bold]The bot waits for conversations of your workspace.[/] Press Ctrl+C to stop it.");
    await app.RunAsync();
    return;
}

AnsiConsole.MarkupLine("[bold]The bot waits for conversations of the[/] [green]embedded fake Intercom[/].");
await app.StartAsync();
await workspace.StartConversationsAsync(new Uri(app.Urls.Single()));
// Waits for the handlers.
await app.StopAsync();
workspace.Print();
