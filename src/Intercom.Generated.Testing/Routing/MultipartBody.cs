using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing.Routing;

/// <summary>Reads the parts of a multipart body.</summary>
internal static class MultipartBody
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");
    private static readonly Regex BoundaryPattern = new("boundary=(?:\"([^\"]+)\"|([^;]+))", Options);
    private static readonly Regex NamePattern = new("[; ]name=(?:\"([^\"]*)\"|([^;\\s]+))", Options);

    private static readonly Regex FilePattern = new("[; ]filename=", Options);

    /// <exception cref="Rejection">The body has no boundary or no parts.</exception>
    public static IReadOnlyList<string> PartNames(FakeRequest request) => [.. Split(request).Select(NameOf).OfType<string>()];

    /// <summary>Reads the parts by name. If several parts have the same name, the last one counts.</summary>
    /// <exception cref="Rejection">The body has no boundary or no parts.</exception>
    public static IReadOnlyDictionary<string, MultipartPart> Read(FakeRequest request)
    {
        var parts = new Dictionary<string, MultipartPart>(StringComparer.Ordinal);
        foreach (var part in Split(request))
        {
            if (NameOf(part) is not { } name)
                continue;
            var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var content = part.Substring(end + 4);
            if (content.EndsWith("\r\n", StringComparison.Ordinal))
                content = content.Substring(0, content.Length - 2);
            parts[name] = new MultipartPart(
                FilePattern.Match(part, 0, end).Success, Encoding.UTF8.GetString(Latin1.GetBytes(content)));
        }

        return parts;
    }

    private static IEnumerable<string> Split(FakeRequest request)
    {
        var boundary = BoundaryPattern.Match(request.Header("Content-Type") ?? "");
        if (!boundary.Success)
            throw Rejection.Invalid("The Content-Type of a multipart body must name its boundary", "Content-Type");

        // Latin-1 maps every byte to one character, so binary content neither hides nor creates a boundary.
        var text = Latin1.GetString(request.GetBodyBytes());
        var parts = text.Split(["--" + Group(boundary).Trim()], StringSplitOptions.None);
        if (parts.Length < 3)
            throw Rejection.Invalid("The multipart body has no parts");

        return parts.Skip(1);
    }

    private static string? NameOf(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var name = end < 0 ? Match.Empty : NamePattern.Match(part.Substring(0, end));
        return name.Success ? Group(name) : null;
    }

    private static string Group(Match match) => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
}

/// <summary>A part of a multipart body.</summary>
internal sealed class MultipartPart(bool isFile, string text)
{
    /// <summary>Whether the part has a file name.</summary>
    public bool IsFile { get; } = isFile;

    /// <summary>The content as UTF-8.</summary>
    public string Text { get; } = text;
}
