using System.Text;
using System.Text.Json;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>Reads the envelope of a notification, and its item with the codec of the topic.</summary>
/// <remarks>
/// The topic comes after the item, so it is looked up at the end of the body, and the item is read on the way. If the guess was wrong, or
/// the JSON has something that a codec rejects, the envelope is scanned again without reading the item.
/// </remarks>
internal static class NotificationParser
{
    // Two more than the codecs allow, because the item is nested in the envelope.
    private const int DeepestNesting = WireFormat.DeepestNesting + 2;

    public static IntercomNotification Parse(ReadOnlyMemory<byte> body, NotificationTopics topics)
    {
        var json = WithoutByteOrderMark(body);
        var expected = TopicAtEnd.Find(json.Span, topics);
        object? item = null;
        if (expected is null || !TryScan(json.Span, expected, out var parts, out item))
            parts = Scan(json.Span);

        var topic = Text(json.Span, parts.Topic) ?? string.Empty;
        var envelope = Envelope(body, json, topic, in parts);
        if (topics.Find(topic) is not { } known)
            return new IntercomNotification(envelope);
        if (item is null || known != expected)
            item = ReadItem(parts.Item.Of(json.Span), known);
        return item is null ? new IntercomNotification(envelope) : known.Create(envelope, item);
    }

    public static IntercomNotification ParseEnvelope(ReadOnlyMemory<byte> body)
    {
        var json = WithoutByteOrderMark(body);
        var parts = Scan(json.Span);
        return new IntercomNotification(Envelope(body, json, Text(json.Span, parts.Topic) ?? string.Empty, in parts));
    }

    /// <summary>Reads the ID and the time, without the rest if that is possible.</summary>
    public static (string? Id, DateTimeOffset? CreatedAt) ParseIdentity(ReadOnlyMemory<byte> body)
    {
        if (EnvelopeTail.TryRead(body.Span, out var tail))
            return (Text(body.Span, tail.Id), Time(body.Span, tail.CreatedAt));
        var envelope = ParseEnvelope(body);
        return (envelope.Id, envelope.CreatedAt);
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> body) =>
        JsonText.HasByteOrderMark(body.Span) ? body.Slice(3) : body;

    private static NotificationEnvelope Envelope(
        ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> json, string topic, in EnvelopeParts parts) => new()
        {
            Id = Text(json.Span, parts.Id),
            Topic = topic,
            AppId = Text(json.Span, parts.AppId),
            CreatedAt = Time(json.Span, parts.CreatedAt),
            FirstSentAt = Time(json.Span, parts.FirstSentAt),
            // Zero means that the notification was not delivered yet.
            DeliveredAt = Time(json.Span, parts.DeliveredAt) is { } time && time.ToUnixTimeSeconds() != 0 ? time : null,
            DeliveryAttempts = Value(json.Span, parts.DeliveryAttempts, JsonCodecs.Integer, out var attempts) ? attempts : null,
            DeliveryStatus = Text(json.Span, parts.DeliveryStatus),
            Self = Text(json.Span, parts.Self),
            RawBody = body,
            RawItem = json.Slice(parts.Item.Start, parts.Item.Length),
        };

    private static bool TryScan(ReadOnlySpan<byte> json, NotificationTopic expected, out EnvelopeParts parts, out object? item)
    {
        try
        {
            var scan = new EnvelopeScan(json, DeepestNesting, expected);
            parts = scan.Run();
            item = scan.Item;
            return true;
        }
        catch (Exception e) when (IsRejection(e))
        {
            parts = default;
            item = null;
            return false;
        }
    }

    private static EnvelopeParts Scan(ReadOnlySpan<byte> json)
    {
        try
        {
            return new EnvelopeScan(json, int.MaxValue, expected: null).Run();
        }
        catch (JsonException e)
        {
            // Not as the inner exception, because its message can quote the body.
            throw new InvalidNotificationException($"It is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
    }

    private static object? ReadItem(ReadOnlySpan<byte> json, NotificationTopic topic)
    {
        if (json.IsEmpty)
            return null;
        try
        {
            var reader = new JsonTokenizer(json);
            reader.Read();
            return topic.ReadItem(ref reader);
        }
        catch (Exception e) when (IsRejection(e))
        {
            return ReadLeniently(json, topic);
        }
    }

    // Newtonsoft accepts more, such as half of a surrogate pair.
    private static object? ReadLeniently(ReadOnlySpan<byte> json, NotificationTopic topic)
    {
        try
        {
            var reader = new JsonTokenizer(WireFormat.ToUtf8(WireFormat.Parse(json.ToArray())));
            reader.Read();
            return topic.ReadItem(ref reader);
        }
        catch (Exception e) when (IsRejection(e))
        {
            return null;
        }
    }

    private static string? Text(ReadOnlySpan<byte> json, JsonRange range)
    {
        if (Value(json, range, JsonCodecs.Text, out var text))
            return text;
        // An ID with bytes that are not UTF-8 is still an ID.
        var raw = range.Of(json);
        return raw.Length > 1 && raw[0] == '"' ? Encoding.UTF8.GetString(raw.Slice(1, raw.Length - 2).ToArray()) : null;
    }

    private static DateTimeOffset? Time(ReadOnlySpan<byte> json, JsonRange range) =>
        Value(json, range, JsonCodecs.DateTime, out var time) ? time : null;

    private static bool Value<T>(ReadOnlySpan<byte> json, JsonRange range, JsonCodec<T> codec, out T? value)
    {
        value = default;
        if (range.Length == 0)
            return false;
        try
        {
            return WireFormat.TryRead(range.Of(json), codec, out value);
        }
        catch (Exception e) when (IsRejection(e))
        {
            return false;
        }
    }

    private static bool IsRejection(Exception e) =>
        e is JsonException or Newtonsoft.Json.JsonException or InvalidOperationException or ArgumentException or FormatException;
}
