using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Sources;

/// <summary>The place from which a published description is taken: a file or a URL.</summary>
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

    /// <summary>The file as it was named, or the URL without credentials and query.</summary>
    public string DisplayName { get; }

    /// <summary>The upstream commit, when the URL names one.</summary>
    public string? Commit => _url is not null && CommitInPath.Match(_url.AbsolutePath) is { Success: true } match ? match.Value : null;

    /// <summary>The published description of a version: of a commit, or the newest.</summary>
    public static PublishedSource Upstream(ApiVersion version, string? commit) =>
        FromUrl(new Uri($"https://raw.githubusercontent.com/{UpstreamRepository}/{commit ?? "main"}/{version.UpstreamPath}"));

    /// <summary>Reads what a user gave as a file or URL.</summary>
    /// <param name="fileOrUrl">An http(s) URL, a file URL or a path.</param>
    /// <param name="currentFolder">The folder that relative paths start from.</param>
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

    /// <summary>Gets the bytes.</summary>
    /// <exception cref="DescriptionException">There is no such file, or the server does not give it.</exception>
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
                "There is no such file.",
                "Name an existing YAML file or a URL with --from, or leave --from out to download it.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem("The file cannot be read.", "Make the file readable for the user who runs the tool.", e);
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
                    $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.",
                    response.StatusCode == HttpStatusCode.NotFound
                        ? "Check the version and the commit, or name the right URL with --from."
                        : "Try again later, or name a downloaded file with --from.");
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var date = response.Content.Headers.LastModified ?? response.Headers.Date;
            return new RetrievedDescription(bytes, date is { } d ? DateOnly.FromDateTime(d.UtcDateTime) : null);
        }
        catch (HttpRequestException e)
        {
            throw Problem(
                $"The download failed: {e.Message}",
                "Check the network and the address, or name a downloaded file with --from.",
                e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problem(
                $"The download took longer than {http.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.",
                "Try again later, or name a downloaded file with --from.",
                e);
        }
    }

    private DescriptionException Problem(string message, string remedy, Exception? innerException = null) =>
        new(new DescriptionProblem(DisplayName, "#", message, remedy), innerException);

    [GeneratedRegex("(?<=/)[0-9a-f]{40}(?=/)", RegexOptions.CultureInvariant)]
    private static partial Regex CommitInPath { get; }
}

/// <summary>A published description as it was retrieved.</summary>
/// <param name="Bytes">The original bytes.</param>
/// <param name="Date">The day that the server states: of the last change, else of the answer.</param>
internal sealed record RetrievedDescription(byte[] Bytes, DateOnly? Date)
{
    /// <summary>The SHA-256 of the bytes in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
