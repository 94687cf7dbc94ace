using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Events of the Fin stream are read as one union.</summary>
public sealed class FinEventTests
{
    private const string Stream = """
        data: {"event_name":"fin_reply_chunk","conversation_id":"c","stream_id":"s","chunk_index":0,"chunk_text":"Hel","status":"replying","created_at_ms":"2026-01-01T00:00:00.000Z"}

        data: {"event_name":"fin_replied","conversation_id":"c","user_id":"u","message":{"author":"fin","body":"Hello","timestamp_ms":"2026-01-01T00:00:01.000Z"},"status":"awaiting_user_reply"}

        data: {"event_name":"fin_learnt_to_sing","conversation_id":"c"}


        """;

    [Test]
    public async Task Selects_the_case_by_event_name_and_keeps_unknown_events()
    {
        var responses = new Queue<HttpResponseMessage>([Events(), new HttpResponseMessage(HttpStatusCode.NoContent)]);
        using var wire = new WireStub(responses.Dequeue, responses.Dequeue);
        using var intercom = new V2_14.IntercomClient(
            new IntercomClientOptions("fake-token") { HttpMessageHandler = wire, Retry = { BaseDelay = TimeSpan.Zero } });

        var events = new List<V2_14.FinAgentEvent>();
        await foreach (var item in intercom.StreamEventsAsync<V2_14.FinAgentEvent>("https://realtime.test/event-stream?accessToken=t"))
            events.Add(item);

        Assert.That(events, Has.Count.EqualTo(3));
        Assert.That(events[0].TryPickFinAgentReplyChunkEvent(out var chunk) ? chunk!.ChunkText : null, Is.EqualTo("Hel"));
        Assert.That(events[1].Value, Is.TypeOf<V2_14.FinAgentRepliedEvent>().With.Property("Message").Property("Body").EqualTo("Hello"));
        Assert.That(events[2].Value!.ToString(), Does.Contain("fin_learnt_to_sing"));
    }

    private static HttpResponseMessage Events()
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Stream.ReplaceLineEndings("\n")));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
