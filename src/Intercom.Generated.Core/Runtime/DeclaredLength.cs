namespace Intercom.Generated.Runtime;

/// <summary>Detects bodies that end before their Content-Length. .NET detects them only over HTTP/1.1.</summary>
internal static class DeclaredLength
{
    /// <summary>Gets the declared length of a body, or null if the response declares none or cannot have a body.</summary>
    public static long? Of(ApiCall call, HttpResponseMessage message) =>
        call.Operation.Method == "HEAD" || (int)message.StatusCode is 204 or 304 ? null : message.Content.Headers.ContentLength;

    /// <summary>Throws if a body ended before its declared length.</summary>
    public static void CheckLength(long? declared, long received)
    {
        if (received < declared)
            throw new IOException($"The body ended after {received} of {declared} bytes.");
    }
}
