using System.Globalization;
using System.Net;

namespace Intercom.Generated.Testing;

/// <summary>One attempt of a <see cref="FakeWebhooks"/> to deliver a notification.</summary>
public sealed class FakeDelivery
{
    internal FakeDelivery(string topic, string? id, int attempt, DateTimeOffset sentAt, string body, HttpStatusCode? status)
    {
        Topic = topic;
        Id = id;
        Attempt = attempt;
        SentAt = sentAt;
        Body = body;
        Status = status;
    }

    /// <summary>The topic, such as <c>contact.user.created</c>.</summary>
    public string Topic { get; }

    /// <summary>The ID of the notification, which is the same in all attempts. Null for a ping.</summary>
    public string? Id { get; }

    /// <summary>1 for the first attempt, 2 for the retry.</summary>
    public int Attempt { get; }

    /// <summary>When the request was sent, by the fake's clock.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>The JSON that was sent.</summary>
    public string Body { get; }

    /// <summary>The status code of the response, or null if there was none within 5 seconds.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Whether a response with a status code from 200 to 299 arrived in time.</summary>
    public bool IsDelivered => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <inheritdoc />
    public override string ToString() =>
        $"{Topic}, attempt {Attempt.ToString(CultureInfo.InvariantCulture)}: "
        + (Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "no response");
}
