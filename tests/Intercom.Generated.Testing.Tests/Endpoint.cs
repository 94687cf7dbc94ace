using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>A webhook endpoint that keeps what it receives.</summary>
internal sealed class Endpoint
{
    private readonly List<ReceivedNotification> _received = [];

    public Endpoint(FakeIntercom fake, FakeWebhookOptions? options = null) => fake.Webhooks.SendTo(ReceiveAsync, options);

    public IReadOnlyList<ReceivedNotification> Received => _received;

    public IEnumerable<string> Topics => _received.Select(notification => notification.Topic);

    /// <summary>Responds to the notification. The default is 200.</summary>
    public Func<ReceivedNotification, CancellationToken, Task<HttpStatusCode>> Respond { get; set; } = (_, _) => Task.FromResult(HttpStatusCode.OK);

    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var notification = new ReceivedNotification(request, await request.Content!.ReadAsByteArrayAsync(CancellationToken.None));
        _received.Add(notification);
        return new HttpResponseMessage(await Respond(notification, cancellationToken));
    }
}

internal sealed class ReceivedNotification(HttpRequestMessage request, byte[] body)
{
    public HttpRequestMessage Request { get; } = request;

    public byte[] Body { get; } = body;

    public JObject Json { get; } = (JObject)JToken.ReadFrom(
        new JsonTextReader(new StringReader(System.Text.Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None });

    public string Topic => (string)Json["topic"]!;

    public string? Id => (string?)Json["id"];

    public JObject Item => (JObject)Json["data"]!["item"]!;

    public string? Signature { get; } = request.Headers.TryGetValues("X-Hub-Signature", out var values) ? values.Single() : null;
}
