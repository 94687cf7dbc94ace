namespace Intercom.Generated;

/// <summary>A file to upload.</summary>
public sealed class UploadFile
{
    /// <summary>Makes a file from a stream, which the call reads and does not dispose.</summary>
    /// <param name="content">The content, read from its current position.</param>
    /// <param name="fileName">The name that Intercom sees.</param>
    /// <param name="contentType">The media type; null for <c>application/octet-stream</c>.</param>
    public UploadFile(Stream content, string fileName, string? contentType = null)
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        ContentType = contentType ?? "application/octet-stream";
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that Intercom sees.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }
}
