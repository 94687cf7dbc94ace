using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>The source of a published description, which is a file or a URL.</summary>
internal sealed partial class PublishedSource
{
    private const string UpstreamRepository = "intercom/Intercom-OpenAPI";

    private readonly Uri? _url;
    private readonly string _path;

    private PublishedSource(Uri? url, string path, string displayName)
    {
        _url = url;
        _path = path;
        DisplayName = displayName;
    }

    /// <summary>The file as the user named it, or the URL without credentials and query.</summary>
    public string DisplayName { get; }

    /// <summary>The upstream commit in the URL, or null.</summary>
    public string? Commit => _url is not null && CommitInPath.Match(_url.AbsolutePath) is { Success: true } match ? match.Value : null;

    /// <summary>Returns the upstream source of a version, at a commit or the newest.</summary>
    public static PublishedSource Upstream(DescriptionVersion version, string? commit) =>
        FromUrl(new Uri($"https://raw.githubusercontent.com/{UpstreamRepository}/{commit ?? "main"}/{version.UpstreamPath}"));

    /// <summary>Parses a file name or URL.</summary>
    /// <param name="fileOrUrl">An HTTP or HTTPS URL, a file URL, or a path.</param>
    /// <param name="currentFolder">The base folder of relative paths.</param>
    public static PublishedSource Parse(string fileOrUrl, string currentFolder)
    {
        if (Uri.TryCreate(fileOrUrl, UriKind.Absolute, out var uri))
        {
            if (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
                return FromUrl(uri);
            if (fileOrUrl.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
                return new PublishedSource(null, uri.LocalPath, uri.LocalPath);
        }

        return new PublishedSource(null, Path.GetFullPath(fileOrUrl, currentFolder), fileOrUrl);
    }

    /// <summary>Reads or downloads the description.</summary>
    /// <exception cref="DescriptionException">The file does not exist, or the download failed.</exception>
    public Task<RetrievedDescription> RetrieveAsync(HttpClient http, CancellationToken cancellationToken) =>
        _url is null ? ReadFileAsync(cancellationToken) : DownloadAsync(http, _url, cancellationToken);

    private static PublishedSource FromUrl(Uri url) =>
        new(url, "", url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    private async Task<RetrievedDescription> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new RetrievedDescription(await File.ReadAllBytesAsync(_path, cancellationToken), Date: null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || Directory.Exists(_path))
        {
            throw Problem(
                "The file does not exist.",
                "Specify an existing YAML file or a URL with --from, or omit --from to download the description.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem("The file cannot be read.", "Grant read access to the user who runs the tool.", e);
        }
    }

    private async Task<RetrievedDescription> DownloadAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(url, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw Problem(
                    $"The server responded with {(int)response.StatusCode} {response.ReasonPhrase}.",
                    response.StatusCode == HttpStatusCode.NotFound
                        ? "Check the version and the commit, or specify the right URL with --from."
                        : "Try again later, or specify a downloaded file with --from.");
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var date = response.Content.Headers.LastModified ?? response.Headers.Date;
            return new RetrievedDescription(bytes, date is { } d ? DateOnly.FromDateTime(d.UtcDateTime) : null);
        }
        catch (HttpRequestException e)
        {
            throw Problem(
                $"The download failed: {e.Message}",
                "Check the network and the URL, or specify a downloaded file with --from.",
                e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problem(
                $"The download took longer than {http.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.",
                "Try again later, or specify a downloaded file with --from.",
                e);
        }
    }

    private DescriptionException Problem(string message, string remedy, Exception? innerException = null) =>
        new(new FileProblem(DisplayName, "#", message, remedy), innerException);

    [GeneratedRegex("(?<=/)[0-9a-f]{40}(?=/)", RegexOptions.CultureInvariant)]
    private static partial Regex CommitInPath { get; }
}

/// <summary>A retrieved description.</summary>
/// <param name="Bytes">The original bytes.</param>
/// <param name="Date">The date of the last change or, if the server does not report it, of the response.</param>
internal sealed record RetrievedDescription(byte[] Bytes, DateOnly? Date)
{
    /// <summary>The SHA-256 hash of the bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
