using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;
using Intercom.Generated.V2_14.Webhooks;
using Intercom.Generated.Webhooks;

namespace Intercom.Generated.Benchmarks.Webhooks;

/// <summary>Measures the verification and reading of notifications, and the endpoint for ASP.NET Core.</summary>
internal sealed class WebhooksPart : IPart
{
    private const int Requests = 4_000;

    private static readonly (string Kind, string Name)[] Endpoints =
    [
        (EndpointServer.Empty, "Kestrel, reads the body"),
        (EndpointServer.Acknowledging, "MapIntercomWebhooks: verifies, enqueues, responds"),
        (EndpointServer.Handling, "MapIntercomWebhooks: also reads, with an empty handler, until the queue is empty"),
    ];

    public string Name => "webhooks";

    public PartResult Measure(bool isShort)
    {
        var (ours, floor) = MeasureReading(isShort ? 200 : 4_000);
        var rates = MeasureEndpoints(isShort ? 3 : 15);
        var empty = rates[EndpointServer.Empty];
        return new PartResult(
            [
                new Verdict("a notification of 20 KB", Targets.NotificationTime, ours / floor),
                new Verdict("endpoint", Targets.AcknowledgingRate, empty / rates[EndpointServer.Acknowledging]),
                new Verdict("endpoint", Targets.HandlingRate, empty / rates[EndpointServer.Handling]),
            ],
            [
                new Table(
                    "Verify and read a notification of 20 KB, median",
                    ["contender", "time", "ratio"],
                    [
                        ["WebhookSignature.Verify and NotificationReader.Read", Quantity.Time(ours), Quantity.Ratio(ours / floor)],
                        ["HMAC-SHA1 and the codec of the item alone", Quantity.Time(floor), Quantity.Ratio(1)],
                    ]),
                new Table(
                    "Requests per second of 20 KB over 16 connections, median; the server and the sender share the cores",
                    ["endpoint", "requests/s", "ratio"],
                    [
                        .. Endpoints.Select(endpoint => (string[])
                        [
                            endpoint.Name, $"{rates[endpoint.Kind]:0}", Quantity.Ratio(rates[endpoint.Kind] / empty),
                        ]),
                    ]),
            ],
            []);
    }

    [SuppressMessage("Security", "CA5350", Justification = "Intercom signs with HMAC-SHA1.")]
    private static (double Ours, double Floor) MeasureReading(int rounds)
    {
        var body = NotificationPayload.Body(1);
        var item = NotificationPayload.Item;
        var key = Encoding.UTF8.GetBytes(NotificationPayload.Secret);
        var signature = WebhookSignature.ForNotifications(NotificationPayload.Secret);
        var header = signature.Sign(body);
        var reader = new NotificationReader(IntercomWebhooks.Topics);
        var hash = new byte[20];
        var ours = new List<double>();
        var floor = new List<double>();
        for (var round = -rounds / 4; round < rounds; round++)
        {
            // The contenders take turns, so that other load on the machine affects both equally. The first rounds are warmup.
            var start = Stopwatch.GetTimestamp();
            if (!signature.Verify(body, header) || reader.Read(body) is not ConversationUserReplied)
                throw new InvalidOperationException("The notification was not read.");
            var middle = Stopwatch.GetTimestamp();
            HMACSHA1.HashData(key, body, hash);
            _ = IntercomJson.Read<Conversation>(item) ?? throw new InvalidOperationException("The item was not read.");
            var end = Stopwatch.GetTimestamp();
            if (round < 0)
                continue;
            ours.Add((middle - start) * 1e9 / Stopwatch.Frequency);
            floor.Add((end - middle) * 1e9 / Stopwatch.Frequency);
        }

        return (Samples.Median(ours), Samples.Median(floor));
    }

    private static Dictionary<string, double> MeasureEndpoints(int rounds)
    {
        var servers = Endpoints.ToDictionary(endpoint => endpoint.Kind, endpoint => new EndpointServer(endpoint.Kind));
        try
        {
            var rates = Endpoints.ToDictionary(endpoint => endpoint.Kind, _ => new List<double>());
            for (var round = -2; round < rounds; round++)
            {
                // Each request has its own ID, because a duplicate would not be enqueued.
                var first = (round + 2) * Requests;
                byte[][] requests = [.. Enumerable.Range(first, Requests).Select(NotificationPayload.Request)];
                foreach (var (kind, server) in servers)
                {
                    var rate = EndpointLoad.Run(server, requests);
                    if (round >= 0)
                        rates[kind].Add(rate);
                }
            }

            return rates.ToDictionary(rate => rate.Key, rate => Samples.Median(rate.Value));
        }
        finally
        {
            foreach (var server in servers.Values)
                server.Dispose();
        }
    }
}
