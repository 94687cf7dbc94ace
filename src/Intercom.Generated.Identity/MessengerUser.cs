namespace Intercom.Generated;

/// <summary>A user of the Messenger, as signed in a token.</summary>
/// <param name="userId">
/// Your ID of the user. It is the <c>external_id</c> of the contact. Take it from the session of the user, never from the request.
/// </param>
/// <exception cref="ArgumentException">The ID is empty or is not valid Unicode text.</exception>
public sealed class MessengerUser(string userId)
{
    /// <summary>Your ID of the user.</summary>
    public string UserId { get; } = UnicodeText.CheckIdentifier(userId, nameof(userId));

    /// <summary>The email address. Null to leave it out.</summary>
    public string? Email { get; set; }

    /// <summary>The full name. Null to leave it out.</summary>
    public string? Name { get; set; }

    /// <summary>The time when the user signed up, sent as whole Unix seconds. Null to leave it out.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>
    /// Further attributes by the names of the Messenger's boot settings, such as <c>phone</c> or the name of a custom attribute. A value is
    /// null, text, a Boolean, a number, a time (sent as whole Unix seconds), or a list or dictionary of such values, for example for
    /// <c>company</c>.
    /// </summary>
    public IDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
