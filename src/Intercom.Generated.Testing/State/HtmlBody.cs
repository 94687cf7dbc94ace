using System.Net;
using System.Text.RegularExpressions;

namespace Intercom.Generated.Testing.State;

/// <summary>The bodies of messages. Intercom stores HTML, so text without a block element becomes a paragraph.</summary>
internal static class HtmlBody
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Block = new("<(p|div|h[1-6]|ul|ol|pre|table|img|blockquote)[ >/]", Options);
    private static readonly Regex End = new("</(p|div|h[1-6]|li)>|<br ?/?>", Options);
    private static readonly Regex Tag = new("<[^<>]*>", Options);

    public static string? Of(string? text) => string.IsNullOrEmpty(text) || Block.IsMatch(text!) ? text : $"<p>{text}</p>";

    /// <summary>Converts HTML to text, for requests with <c>display_as=plaintext</c>.</summary>
    public static string ToPlainText(string html) =>
        WebUtility.HtmlDecode(Tag.Replace(End.Replace(html, "\n"), "")).Trim('\n');
}
