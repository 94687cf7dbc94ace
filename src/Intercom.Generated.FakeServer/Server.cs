using System.Net;
using Intercom.Generated.FakeServer.Control;
using Intercom.Generated.FakeServer.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer;

/// <summary>A server on the loopback interface.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>The largest body of a request.</summary>
    public const int MaximumBody = 16 * 1024 * 1024;

    private const int MaximumSeed = 64 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly Workspaces _workspaces;

    private Server(WebApplication application, Workspaces workspaces, IReadOnlyList<Uri> addresses, IReadOnlyList<string> notices)
    {
        _application = application;
        _workspaces = workspaces;
        Addresses = addresses;
        Notices = notices;
    }

    /// <summary>The addresses: HTTP, then HTTPS.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>What the user should know, for the console.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>Starts a server.</summary>
    /// <exception cref="ServerException">A file cannot be used.</exception>
    /// <exception cref="IOException">A port is in use.</exception>
    public static async Task<Server> StartAsync(ServerOptions options, TimeProvider? time = null)
    {
        var notices = new List<string>();
        var clock = new ServerClock(time ?? TimeProvider.System);
        var journal = options.StateFile is { } file ? Journal.Open(file) : new Journal();
        var workspaces = new Workspaces(options, clock, journal);
        try
        {
            if (journal.Count > 0)
                notices.Add($"Restored {journal.Count} changes from the state file.");
            if (options.SeedFile is { } seed && journal.Count == 0)
                workspaces.Seed(ReadSeed(seed), null);
            else if (options.SeedFile is not null)
                notices.Add("The seed file was not used, because the state file has data.");

            var application = Build(options, workspaces);
            await application.StartAsync().ConfigureAwait(false);
            var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            // Reading a description takes longer than starting the server.
            _ = Task.Run(() => workspaces.Of(null));
            return new Server(application, workspaces, [.. Distinct(addresses)], notices);
        }
        catch
        {
            workspaces.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitAsync() => _application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync().ConfigureAwait(false);
        _workspaces.Dispose();
    }

    private static WebApplication Build(ServerOptions options, Workspaces workspaces)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var certificate = new LoopbackCertificate();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
            Listen(kestrel, options.Port, _ => { });
            var httpsPort = options.HttpsPort ?? (options.Port == 0 ? 0 : options.Port + 1);
            Listen(kestrel, httpsPort, listener => listener.UseHttps(certificate.WithKey));
        });
        builder.Services.AddSingleton<IHostLifetime, ConsoleShutdown>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        var api = new ApiEndpoint(workspaces);
        var control = new ControlEndpoint(workspaces, options, certificate);
        application.Run(context =>
            RequestGuard.Reject(context) is { } rejected ? rejected
            : ControlEndpoint.IsControl(context.Request) && FileLink.ToAddress(context.Request) is null ? control.HandleAsync(context)
            : api.HandleAsync(context));
        return application;
    }

    /// <summary>Listens on both loopback addresses. A free port can only be chosen for one.</summary>
    private static void Listen(KestrelServerOptions kestrel, int port, Action<ListenOptions> configure)
    {
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, port, Configure);
        else
            kestrel.ListenLocalhost(port, Configure);

        void Configure(ListenOptions listener)
        {
            listener.Protocols = HttpProtocols.Http1AndHttp2;
            configure(listener);
        }
    }

    private static IEnumerable<Uri> Distinct(IEnumerable<string> addresses) =>
        addresses.Select(address => new Uri(address)).DistinctBy(address => address.Port).OrderBy(address => address.Scheme == "https");

    private static JObject ReadSeed(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length > MaximumSeed)
                throw new ServerException($"The seed file '{path}' is larger than {MaximumSeed / 1024 / 1024} MiB. Split it.");
            return JsonBody.Parse(File.ReadAllText(path), $"The seed file '{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ServerException($"The seed file '{path}' cannot be read: {e.Message}", e);
        }
    }
}
