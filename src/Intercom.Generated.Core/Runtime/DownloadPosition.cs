namespace Intercom.Generated.Runtime;

/// <summary>A position in a file on the server.</summary>
/// <param name="Offset">The number of bytes before the position.</param>
/// <param name="Tag">The entity tag of the file, in quotes. It changes when the file changes.</param>
internal sealed record DownloadPosition(long Offset, string Tag)
{
    /// <summary>Returns the options of a call with the headers that ask for the rest of the file, or for all of a changed file.</summary>
    public RequestOptions AddTo(RequestOptions? options)
    {
        var own = options?.Copy() ?? new RequestOptions();
        own.Headers["Range"] = $"bytes={Offset}-";
        own.Headers["If-Range"] = Tag;
        return own;
    }
}
