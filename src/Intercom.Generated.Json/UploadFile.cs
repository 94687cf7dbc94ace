using System.Net.Http.Headers;

namespace Intercom.Generated;

/// <summary>A file to upload.</summary>
public sealed class UploadFile
{
    /// <summary>Makes a file from a stream, which the call reads and does not dispose.</summary>
    /// <param name="content">The content, read from its current position.</param>
    /// <param name="fileName">The name that Intercom sees.</param>
    /// <param name="contentType">The media type; null for <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The media type is not valid.</exception>
    public UploadFile(Stream content, string fileName, string? contentType = null)
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        ContentType = contentType ?? "application/octet-stream";
        if (!MediaTypeHeaderValue.TryParse(ContentType, out _))
            throw new ArgumentException("The content type is not a media type such as text/csv.", nameof(contentType));
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that Intercom sees.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }
}
