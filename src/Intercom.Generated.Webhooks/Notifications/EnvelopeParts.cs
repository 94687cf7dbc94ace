namespace Intercom.Generated.Webhooks;

/// <summary>The places of the members of a notification.</summary>
internal record struct EnvelopeParts
{
    public JsonRange Id { get; set; }

    public JsonRange Topic { get; set; }

    public JsonRange AppId { get; set; }

    public JsonRange CreatedAt { get; set; }

    public JsonRange FirstSentAt { get; set; }

    public JsonRange DeliveredAt { get; set; }

    public JsonRange DeliveryAttempts { get; set; }

    public JsonRange DeliveryStatus { get; set; }

    public JsonRange Self { get; set; }

    public JsonRange Item { get; set; }
}
