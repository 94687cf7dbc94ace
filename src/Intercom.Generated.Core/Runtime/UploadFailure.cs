namespace Intercom.Generated.Runtime;

/// <summary>
/// The caller's stream of an upload failed. HttpClient would report it like a connection that broke, which the client would retry.
/// </summary>
internal sealed class UploadFailure(Exception cause) : Exception("The stream of an upload failed.", cause)
{
    /// <summary>The exception of the caller's stream in an exception of HttpClient; null if there is none.</summary>
    public static Exception? In(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is UploadFailure)
                return inner.InnerException;
        }

        return null;
    }
}
