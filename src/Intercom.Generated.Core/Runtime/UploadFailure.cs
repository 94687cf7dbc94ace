namespace Intercom.Generated.Runtime;

/// <summary>
/// The caller's upload stream failed. Without this exception, HttpClient would report a broken connection, which the client would retry.
/// </summary>
internal sealed class UploadFailure(Exception cause) : Exception("The upload stream failed.", cause)
{
    /// <summary>Finds the exception of the caller's stream in an exception of HttpClient. Returns null if there is none.</summary>
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
