using System.Net.Http.Headers;

namespace Intercom.Generated;

/// <summary>A file to upload.</summary>
public sealed class UploadFile
{
    /// <summary>Creates a file from a stream. The call reads the stream but does not dispose it.</summary>
    /// <param name="content">The content, read from its current position.</param>
    /// <param name="fileName">The file name to send.</param>
    /// <param name="contentType">The media type. The default is <c>application/octet-stream</c>.</param>
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

    /// <summary>The file name to send.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }
}
