using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>A real server on loopback gets 10,000 notifications, among them duplicates, forged ones, huge ones, and slow ones.</summary>
public sealed class KestrelTests
{
    private const int Count = 10_000;

    [Test]
    public async Task Handles_each_acknowledged_notification_exactly_once_and_nothing_else()
    {
        var handled = new ConcurrentDictionary<string, int>();
        await using var server = await StartAsync((notification, _) =>
        {
            handled.AddOrUpdate(notification.Id!, 1, (_, count) => count + 1);
            return Task.CompletedTask;
        });
        var acknowledged = new ConcurrentDictionary<string, bool>();
        var responses = new ConcurrentDictionary<HttpStatusCode, int>();
        // A quarter are duplicates, in any order. One in fifty is forged.
        var random = new Random(1);
        var ids = Enumerable.Range(0, Count).Select(i => i % 4 == 3 ? random.Next(i) : i).OrderBy(_ => random.Next()).ToList();
        var address = Address(server);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = address };
        var hostile = Task.WhenAll(SendHugeAsync(client), SendSlowlyAsync(address), SendPartlyAsync(address));
        await Parallel.ForEachAsync(ids.Index(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (item, cancellationToken) =>
        {
            var isForged = item.Index % 50 == 0;
            var id = isForged ? $"forged_{item.Item}" : $"notif_{item.Item}";
            var status = await PostAsync(client, id, isForged ? "another secret" : Notifications.Secret, cancellationToken);
            while (status == HttpStatusCode.ServiceUnavailable)
            {
                responses.AddOrUpdate(status, 1, (_, count) => count + 1);
                await Task.Yield();
                status = await PostAsync(client, id, Notifications.Secret, cancellationToken);
            }

            responses.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (status == HttpStatusCode.OK)
                acknowledged[id] = true;
        });
        await hostile;
        await server.StopAsync();

        Assert.That(handled.Keys, Is.EquivalentTo(acknowledged.Keys));
        Assert.That(handled.Values, Is.All.EqualTo(1));
        Assert.That(acknowledged.Keys, Has.None.StartsWith("forged"));
        Assert.That(responses[HttpStatusCode.Unauthorized], Is.EqualTo(Count / 50));
        Assert.That(responses.Keys, Is.SubsetOf(new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable }));
    }

    [Test]
    public async Task Rejects_a_body_that_is_not_valid_http()
    {
        await using var server = await StartAsync((_, _) => Task.CompletedTask);
        var address = Address(server);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {address.Authority}\r\nX-Hub-Signature: {Notifications.Sign([])}\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"));
        using var reader = new StreamReader(socket.GetStream());

        Assert.That(await reader.ReadLineAsync(), Is.EqualTo("HTTP/1.1 400 Bad Request"));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string id, string secret, CancellationToken cancellationToken)
    {
        var body = Notifications.Conversation(id);
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.NotificationHeader, Notifications.Sign(body, secret));
        using var response = await client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private static async Task SendHugeAsync(HttpClient client)
    {
        using var body = new EndlessStream();
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new StreamContent(body) };
        request.Headers.Add(WebhookSignature.NotificationHeader, Notifications.Sign([]));
        request.Headers.ExpectContinue = false;
        try
        {
            using var response = await client.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        }
        catch (HttpRequestException)
        {
            // The server closed the connection while the body was still being sent.
        }

        Assert.That(body.BytesRead, Is.LessThan(100_000_000));
    }

    private static async Task SendSlowlyAsync(Uri address)
    {
        var response = await SendRawAsync(address, contentLength: 1000, body: "{");
        Assert.That(response, Does.StartWith("HTTP/1.1 408"));
    }

    private static async Task SendPartlyAsync(Uri address)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.GetStream().WriteAsync(Head(address, 1000));
    }

    private static async Task<string> SendRawAsync(Uri address, int contentLength, string body)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Head(address, contentLength));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? string.Empty;
    }

    private static byte[] Head(Uri address, int contentLength) => Encoding.ASCII.GetBytes(
        $"POST / HTTP/1.1\r\nHost: {address.Authority}\r\nX-Hub-Signature: {Notifications.Sign([])}\r\nContent-Length: {contentLength}\r\n\r\n");

    private static Uri Address(WebApplication server) =>
        new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static async Task<WebApplication> StartAsync(Func<IntercomNotification, CancellationToken, Task> handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddIntercomWebhooks(options =>
        {
            Notifications.Configure(options);
            options.MaxAge = null;
            options.BodyTimeout = TimeSpan.FromSeconds(3);
            options.QueueCapacity = 100;
        }).AddHandler(handle);
        var application = builder.Build();
        application.UseRouting();
        application.MapIntercomWebhooks("/");
        await application.StartAsync();
        return application;
    }
}
