using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing.Routing;

/// <summary>Reads the names of the parts of a multipart body.</summary>
internal static class MultipartBody
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex BoundaryPattern = new("boundary=(?:\"([^\"]+)\"|([^;]+))", Options);
    private static readonly Regex NamePattern = new("[; ]name=(?:\"([^\"]*)\"|([^;\\s]+))", Options);

    /// <exception cref="Rejection">The body has no boundary or no parts.</exception>
    public static IReadOnlyList<string> PartNames(FakeRequest request)
    {
        var boundary = BoundaryPattern.Match(request.Header("Content-Type") ?? "");
        if (!boundary.Success)
            throw Rejection.Invalid("The Content-Type of a multipart body must name its boundary", "Content-Type");

        // Latin-1 maps every byte to one character, so binary content neither hides nor creates a boundary.
        var text = Encoding.GetEncoding("ISO-8859-1").GetString(request.GetBodyBytes());
        var parts = text.Split(["--" + Group(boundary).Trim()], StringSplitOptions.None);
        if (parts.Length < 3)
            throw Rejection.Invalid("The multipart body has no parts");

        return [.. parts.Skip(1).Select(NameOf).OfType<string>()];
    }

    private static string? NameOf(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var name = end < 0 ? Match.Empty : NamePattern.Match(part.Substring(0, end));
        return name.Success ? Group(name) : null;
    }

    private static string Group(Match match) => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
}
