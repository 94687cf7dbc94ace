using System.Net;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>The connections of the client, and the handlers that an application adds.</summary>
public class ConnectionTests
{
    [Test]
    public void Connection_settings_are_the_same_as_without_a_container()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token));
        var name = typeof(IntercomClient).FullName!;
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        var handlers = Handlers(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name)).ToList();
        var sockets = (SocketsHttpHandler)handlers[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sockets.AllowAutoRedirect, Is.False);
            Assert.That(sockets.UseCookies, Is.False);
            Assert.That(
                sockets.AutomaticDecompression,
                Is.EqualTo(DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli));
            Assert.That(sockets.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(sockets.EnableMultipleHttp2Connections, Is.True);
            Assert.That(http.Timeout, Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(http.DefaultRequestVersion, Is.EqualTo(HttpVersion.Version20));
            Assert.That(http.DefaultVersionPolicy, Is.EqualTo(HttpVersionPolicy.RequestVersionOrLower));
            Assert.That(handlers.Select(handler => handler.GetType().Name), Has.None.Contains("Logging"), "The factory logs full URLs.");
        }
    }

    [Test]
    public void Handlers_are_not_rotated()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token));
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var first = factory.CreateHandler(typeof(IntercomClient).FullName!);
        var second = factory.CreateHandler(typeof(IntercomClient).FullName!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(typeof(IntercomClient).FullName)
                    .HandlerLifetime,
                Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(second, Is.SameAs(first));
        }
    }

    // Over HTTP/2, .NET writes the headers of a request again if it resends the request.
    [TestCase(1, true)]
    [TestCase(2, false)]
    public async Task Handlers_can_send_a_request_again_but_dotnet_cannot(int timesPerAttempt, bool isSent)
    {
        using var sockets = (SocketsHttpHandler)Runtime.ConnectionSettings.NewHandler();
        using var server = new HeaderWriter(sockets.RequestHeaderEncodingSelector!, timesPerAttempt);
        using var provider = Containers.Build(services =>
        {
            services.AddTransient<Repeating>();
            services.AddIntercom<IntercomClient>(options =>
            {
                options.AccessToken = Containers.Token;
                options.HttpMessageHandler = server;
                options.Retry.MaxRetries = 0;
            }).AddHttpMessageHandler<Repeating>();
        });
        var client = provider.GetRequiredService<IntercomClient>();
        Assert.That(async () => await client.Tags.GetAsync("7"), isSent ? Throws.Nothing : Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests, Is.EqualTo(isSent ? 2 : 1));
    }

    [Test]
    public async Task Added_handlers_run_on_each_attempt()
    {
        using var server = new Server(() => HttpStatusCode.ServiceUnavailable);
        var counter = new Counter();
        using var provider = Containers.Build(services =>
        {
            services.AddSingleton<TimeProvider>(new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(20) });
            services.AddTransient(_ => new Counting(counter));
            services.AddIntercom<IntercomClient>(options =>
            {
                options.AccessToken = Containers.Token;
                options.HttpMessageHandler = server;
            }).AddHttpMessageHandler<Counting>();
        });
        await Fails(provider.GetRequiredService<IntercomClient>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counter.Count, Is.EqualTo(4), "Three retries, timed by the container's clock.");
            Assert.That(server.Requests, Has.Count.EqualTo(4));
        }
    }

    [Test]
    public async Task A_custom_primary_handler_is_used()
    {
        using var server = new Server();
        using var provider = Containers.Build(services => services
            .AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token)
            .ConfigurePrimaryHttpMessageHandler(() => server));
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pacing_shares_one_limiter_among_clients_with_the_same_name()
    {
        using var server = new Server();
        var paced = Containers.Section(("AccessToken", Containers.Token), ("Pacing", "true"));
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>(paced);
            services.AddIntercom<V2_12.IntercomClient>(paced);
            services.AddIntercom<IntercomClient>("eu", paced);
            services.AddIntercom<IntercomClient>("free", Containers.Section(("AccessToken", Containers.Token), ("Pacing", "false")));
            services.ConfigureAll<IntercomClientOptions>(options => options.HttpMessageHandler = server);
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        await provider.GetRequiredService<V2_12.IntercomClient>().Contacts.GetAsync("1");
        await provider.GetRequiredKeyedService<IntercomClient>("eu").Contacts.GetAsync("1");
        await provider.GetRequiredKeyedService<IntercomClient>("free").Contacts.GetAsync("1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.GetRequiredService<IntercomRateLimiter>().GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(2));
            Assert.That(provider.GetRequiredKeyedService<IntercomRateLimiter>("eu").GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(1));
            Assert.That(provider.GetRequiredKeyedService<IntercomRateLimiter>("free").GetStatistics()!.TotalSuccessfulLeases, Is.Zero);
        }
    }

    [Test]
    public void Pacing_uses_a_registered_limiter()
    {
        using var limiter = new IntercomRateLimiter(initialLimit: 5);
        using var provider = Containers.Build(services =>
        {
            services.AddSingleton(limiter);
            services.AddIntercom<IntercomClient>(Containers.Section(("AccessToken", Containers.Token), ("Pacing", "true")));
        });
        Assert.That(
            provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(typeof(IntercomClient).FullName).RateLimiter,
            Is.SameAs(limiter));
    }

    [Test]
    public async Task The_client_logs_to_the_container_but_the_factory_does_not()
    {
        using var server = new Server();
        using var log = new Log();
        using var provider = Containers.Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddIntercom<IntercomClient>(options =>
            {
                options.AccessToken = Containers.Token;
                options.HttpMessageHandler = server;
            });
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("secret-id");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Entries, Has.Some.Contains("Contacts.Get"));
            Assert.That(log.Entries, Has.All.StartsWith("Intercom.Generated: "));
            Assert.That(log.Entries, Has.None.Contains("secret-id").And.None.Contains(Containers.Token));
        }
    }

    [Test]
    public async Task A_logger_factory_in_the_options_takes_precedence()
    {
        using var server = new Server();
        using var log = new Log();
        using var own = new Log();
        using var factory = new LoggerFactory([own], new LoggerFilterOptions { MinLevel = LogLevel.Debug });
        using var provider = Containers.Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
            services.AddIntercom<IntercomClient>(options =>
            {
                options.AccessToken = Containers.Token;
                options.HttpMessageHandler = server;
                options.LoggerFactory = factory;
            });
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(own.Entries, Has.Some.Contains("Contacts.Get"));
        Assert.That(log.Entries, Has.None.Contains("Contacts.Get"));
    }

    private static async Task Fails(IntercomClient intercom)
    {
        try
        {
            await intercom.Contacts.GetAsync("1");
            Assert.Fail("The server returns only errors.");
        }
        catch (IntercomServerException)
        {
        }
    }

    private static IEnumerable<HttpMessageHandler> Handlers(HttpMessageHandler? handler)
    {
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
            yield return handler;
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class Counting(Counter counter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            counter.Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    // Writes the headers of each request as SocketsHttpHandler does.
    private sealed class HeaderWriter(HeaderEncodingSelector<HttpRequestMessage> select, int times) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            for (var i = 0; i < times; i++)
            {
                foreach (var header in request.Headers)
                    select(header.Key, request);
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
        }
    }

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
