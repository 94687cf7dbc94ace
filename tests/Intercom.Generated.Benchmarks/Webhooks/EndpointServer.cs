using System.Diagnostics;
using Intercom.Generated.V2_14.Webhooks;
using Intercom.Generated.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.Benchmarks.Webhooks;

/// <summary>A Kestrel server in its own process, with one of three endpoints.</summary>
internal sealed class EndpointServer : IDisposable
{
    /// <summary>The command-line argument that starts the server.</summary>
    public const string Verb = "serve-webhooks";

    /// <summary>Reads the body and responds.</summary>
    public const string Empty = "empty";

    /// <summary>Verifies, enqueues, and acknowledges. Nothing takes from the queue.</summary>
    public const string Acknowledging = "acknowledging";

    /// <summary>Also reads each notification, and calls a handler that does nothing.</summary>
    public const string Handling = "handling";

    private readonly Process _process;

    public EndpointServer(string kind)
    {
        _process = Executable.Start(Verb, kind);
        Address = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri Address { get; }

    /// <summary>Waits until all notifications are handled.</summary>
    public void Drain()
    {
        _process.StandardInput.WriteLine();
        _process.StandardOutput.ReadLine();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Serves requests until standard input is closed. Each line is a request to report when the queue is empty.</summary>
    public static void Run(string kind)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        INotificationOutbox outbox = kind == Handling ? new InMemoryNotificationOutbox(capacity: 100_000) : new CountingOutbox();
        if (kind != Empty)
        {
            builder.Services
                .AddIntercomWebhooks(options =>
                {
                    options.ClientSecrets.Add(NotificationPayload.Secret);
                    options.Topics = IntercomWebhooks.Topics;
                    options.MaxAge = null;
                })
                .AddOutbox(_ => outbox)
                .AddHandler<IntercomNotification>((_, _) => Task.CompletedTask);
        }

        var app = builder.Build();
        app.UseRouting();
        if (kind == Empty)
            app.MapPost("/", ReadAsync);
        else
            app.MapIntercomWebhooks("/");
        app.StartAsync().GetAwaiter().GetResult();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        while (Console.ReadLine() is not null)
        {
            while (outbox.Status.Pending > 0)
                Thread.Sleep(1);
            Console.WriteLine();
        }
    }

    private static async Task ReadAsync(HttpContext context)
    {
        while (true)
        {
            var result = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    /// <summary>Recognizes duplicates, and drops everything.</summary>
    private sealed class CountingOutbox : INotificationOutbox
    {
        private readonly InMemoryNotificationIdStore _ids = new();

        public OutboxStatus Status => new(0, 0, int.MaxValue);

        public async ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) =>
            await _ids.TryAddAsync(notification.Id!, cancellationToken) ? OutboxResult.Added : OutboxResult.Duplicate;

        public async ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => default;

        public ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default) => default;

        public ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => default;

        public void Close()
        {
        }
    }
}
