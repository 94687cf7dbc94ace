using Intercom.Generated.V2_16.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Finds mistakes in the setup when the application starts.</summary>
public sealed class StartupTests
{
    [Test]
    public async Task Reports_what_is_missing()
    {
        Assert.That(await Problems(_ => { }), Has.Length.EqualTo(2).And.Some.Contains("ClientSecrets is empty. Add the client secret of the app").And.Some.Contains("Topics is not set."));
    }

    [TestCase(""), TestCase("  "), TestCase(null)]
    public async Task Reports_an_empty_secret(string? secret)
    {
        Assert.That(
            (await Problems(options =>
            {
                Notifications.Configure(options);
                options.ClientSecrets.Add(secret!);
            })).Single(),
            Does.Contain("ClientSecrets contains an empty secret").And.Not.Contain(Notifications.Secret));
    }

    [Test]
    public async Task Reports_each_value_out_of_range()
    {
        var problems = await Problems(options =>
        {
            Notifications.Configure(options);
            options.MaxBodySize = 0;
            options.BodyTimeout = TimeSpan.Zero;
            options.QueueCapacity = -1;
            options.MaxConcurrency = 0;
            options.MaxAttempts = 0;
            options.RetryDelay = TimeSpan.FromSeconds(-1);
            options.HandlerTimeout = TimeSpan.FromDays(60);
            options.MaxAge = TimeSpan.Zero;
        });

        foreach (var property in new[] { "MaxBodySize", "BodyTimeout", "QueueCapacity", "MaxConcurrency", "MaxAttempts", "RetryDelay", "HandlerTimeout", "MaxAge" })
            Assert.That(problems, Has.Exactly(1).Contains(property));
    }

    [Test]
    public async Task Reports_a_handler_for_another_version()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Application.StartAsync(
            services => services.AddIntercomWebhooks(Notifications.Configure)
                .AddHandler<ConversationUserCreated>((_, _) => Task.CompletedTask)
                .AddHandler<IntercomNotification<V2_16.Contact>>((_, _) => Task.CompletedTask)
                .AddHandler<V2_14.Webhooks.ConversationUserCreated>((_, _) => Task.CompletedTask)));

        Assert.That(
            exception!.Failures.Single(), Does.Contain("Intercom.Generated.V2_14.Webhooks.ConversationUserCreated, but no topic of API version 2.16"));
    }

    [TestCase(null, "Call builder.Services.AddIntercomWebhooks before you map the endpoint '/x'.")]
    [TestCase("eu", "Call builder.Services.AddIntercomWebhooks with the name 'eu' before you map the endpoint '/x'.")]
    public async Task Reports_a_mapping_without_services(string? name, string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.StartAsync(_ => { }, application => application.MapIntercomWebhooks("/x", name)));

        Assert.That(exception!.Message, Is.EqualTo(message));
    }

    [Test]
    public async Task Reports_an_outbox_of_two_endpoints()
    {
        var outbox = new InMemoryNotificationOutbox();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.StartAsync(services =>
        {
            services.AddIntercomWebhooks(Notifications.Configure).AddOutbox(_ => outbox);
            services.AddIntercomWebhooks("eu", Notifications.Configure).AddOutbox(_ => outbox);
        }));

        Assert.That(exception!.Message, Does.StartWith("The endpoints webhooks and webhooks:eu have the same outbox"));
    }

    [TestCase("secret\n"), TestCase(" secret")]
    public async Task Reports_a_secret_with_white_space_around_it(string secret)
    {
        Assert.That(
            (await Problems(options =>
            {
                Notifications.Configure(options);
                options.ClientSecrets.Add(secret);
            })).Single(),
            Does.Contain("ClientSecrets contains a secret that starts or ends with white space"));
    }

    [Test]
    public async Task Combines_the_options_of_several_calls()
    {
        await using var application = await Application.StartAsync(services =>
        {
            services.AddIntercomWebhooks(options => options.Topics = IntercomWebhooks.Topics);
            services.AddIntercomWebhooks(options => options.ClientSecrets.Add(Notifications.Secret)).AddHandler<IntercomNotification>((_, _) => Task.CompletedTask);
        });
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    private static async Task<string[]> Problems(Action<IntercomWebhookOptions> configure) =>
        [.. (await Assert.ThrowsAsync<OptionsValidationException>(() => Application.StartAsync(services => services.AddIntercomWebhooks(configure))))!.Failures];
}
