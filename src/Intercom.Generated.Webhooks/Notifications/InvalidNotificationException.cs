namespace Intercom.Generated.Webhooks;

/// <summary>
/// The body of a request is not a JSON object, so it is not a notification of Intercom. This is the only exception for the content of a
/// body. The message does not quote the body.
/// </summary>
public sealed class InvalidNotificationException : FormatException
{
    internal InvalidNotificationException(string problem)
        : base($"The request body is not a notification: {problem} Check that the URL receives only notifications.")
    {
    }
}
