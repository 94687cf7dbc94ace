using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Intercom.Generated.Sqlite.Tests;

/// <summary>Kills a process that receives webhooks, again and again. Every notification that it acknowledged is handled in the end.</summary>
public sealed class KillTests
{
    private const string Secret = "secret";

    [Test]
    public async Task No_acknowledged_notification_is_lost_when_the_process_is_killed()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new ConcurrentDictionary<string, bool>();
        var random = new Random(1);
        var next = 0;
        for (var round = 0; round < LongTests.Size(2, 100); round++)
        {
            using var receiver = await Receiver.StartAsync(folder);
            var killAfter = acknowledged.Count + random.Next(1, 200);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                while (await receiver.TryPostAsync($"notif_{Interlocked.Increment(ref next)}") is { } id)
                {
                    acknowledged[id] = true;
                    if (acknowledged.Count >= killAfter)
                        receiver.Kill();
                }
            }));
        }

        using (var last = await Receiver.StartAsync(folder))
        {
            var progress = (Count: 0, Time: Stopwatch.StartNew());
            while (acknowledged.Keys.Except(Receiver.Handled(folder)).Any() && progress.Time.Elapsed < TimeSpan.FromSeconds(30))
            {
                if (Receiver.Handled(folder).Count is var count && count > progress.Count)
                    progress = (count, Stopwatch.StartNew());
                await Task.Delay(20); // Another process writes the file.
            }

            last.Kill();
        }

        Assert.That(acknowledged.Keys.Except(Receiver.Handled(folder)), Is.Empty);
        TestContext.Out.WriteLine($"{acknowledged.Count} acknowledged, {Receiver.Handled(folder).Count} handled");
    }

    private sealed class Receiver : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _client;

        private Receiver(Process process, Uri address)
        {
            _process = process;
            _client = new HttpClient { BaseAddress = address };
        }

        public static async Task<Receiver> StartAsync(TemporaryFolder folder)
        {
            var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "Intercom.Generated.Sqlite.Receiver.dll");
            var process = Process.Start(new ProcessStartInfo("dotnet", [program, Secret, folder.File("outbox.db"), folder.File("handled")]) { RedirectStandardOutput = true })!;
            var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The receiver ended.");
            return new(process, new Uri(address));
        }

        /// <summary>Gets the IDs of the notifications that were handled. The last line can be incomplete.</summary>
        public static HashSet<string> Handled(TemporaryFolder folder)
        {
            using var file = new FileStream(folder.File("handled"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return [.. reader.ReadToEnd().Split('\n')];
        }

        /// <summary>Posts a notification.</summary>
        /// <returns>Its ID if it was acknowledged, or null if the process is gone.</returns>
        public async Task<string?> TryPostAsync(string id)
        {
            var body = Encoding.UTF8.GetBytes($$$"""{"type":"notification_event","id":"{{{id}}}","topic":"ping","data":{"item":{"type":"ping"} } }""");
            using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new ByteArrayContent(body) };
            request.Headers.Add(WebhookSignature.NotificationHeader, WebhookSignature.ForNotifications(Secret).Sign(body));
            try
            {
                using var response = await _client.SendAsync(request);
                return response.StatusCode == HttpStatusCode.OK ? id : throw new InvalidOperationException($"The status is {response.StatusCode}.");
            }
            catch (Exception e) when (e is HttpRequestException or System.Net.Sockets.SocketException or IOException)
            {
                return null;
            }
        }

        public void Kill() => _process.Kill();

        public void Dispose()
        {
            _client.Dispose();
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
