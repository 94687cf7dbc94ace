using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>An application in memory that receives webhooks.</summary>
internal sealed class Application : IAsyncDisposable
{
    public const string Path = "/intercom/webhooks";

    private readonly WebApplication _application;

    private Application(WebApplication application, ManualTimeProvider clock, LogRecorder log)
    {
        _application = application;
        Clock = clock;
        Log = log;
        Client = application.GetTestClient();
    }

    public ManualTimeProvider Clock { get; }

    public LogRecorder Log { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts an application.</summary>
    /// <param name="configure">Adds the webhooks and their handlers.</param>
    /// <param name="map">Maps the endpoints. Null maps the webhooks without a name.</param>
    /// <param name="clock">The clock, or null for one at the start of 2026.</param>
    public static async Task<Application> StartAsync(
        Action<IServiceCollection> configure, Action<WebApplication>? map = null, ManualTimeProvider? clock = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        clock ??= new ManualTimeProvider();
        var log = new LogRecorder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        configure(builder.Services);
        var application = builder.Build();
        application.UseRouting();
        if (map is null)
            application.MapIntercomWebhooks(Path);
        else
            map(application);
        await application.StartAsync();
        return new Application(application, clock, log);
    }

    /// <summary>Posts a body that is signed as Intercom signs it.</summary>
    public Task<HttpResponseMessage> PostAsync(byte[] body) => PostAsync(body, Notifications.Sign(body), Path);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? signature, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(WebhookSignature.NotificationHeader, signature);
        return await Client.SendAsync(request);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _application.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
        Log.Dispose();
    }
}

/// <summary>Keeps the log messages.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _messages = new();
    private readonly SemaphoreSlim _next = new(0);

    /// <summary>The messages of the SDK.</summary>
    public IReadOnlyList<(LogLevel Level, string Text)> Messages => [.. _messages];

    /// <summary>Waits for a message.</summary>
    public async Task WaitAsync(Func<(LogLevel Level, string Text), bool> predicate)
    {
        while (!_messages.Any(predicate))
            await _next.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName == IntercomDiagnostics.LoggerCategory ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _messages.Enqueue((logLevel, formatter(state, exception)));
        _next.Release();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() => _next.Dispose();
}
