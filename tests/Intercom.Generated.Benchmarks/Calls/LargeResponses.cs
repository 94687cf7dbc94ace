using System.Globalization;
using System.Text;
using Intercom.Generated.Benchmarks.Payloads;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Responses that the server creates on request, because they would take too much memory.</summary>
internal static class LargeResponses
{
    /// <summary>The path of a workspace with a million contacts. All pages have the same contacts.</summary>
    public const string Million = "million/";

    /// <summary>The path of a workspace whose contacts are all in one response.</summary>
    public const string Whole = "whole/";

    public const int MillionTotal = 1_000_050;

    /// <summary>About 60 MB.</summary>
    public const int WholeTotal = 31_000;

    private const string CursorName = "starting_after";

    private static readonly Lazy<string> Page = new(
        () => Encoding.UTF8.GetString(ContactPayload.Page(0, ContactResponses.PageSize, MillionTotal).ToBytes()));

    private static readonly Lazy<byte[]> WholeList = new(() => ContactPayload.Page(0, WholeTotal, WholeTotal).ToBytes());

    /// <summary>Gets the response to a path, or null if there is none.</summary>
    public static byte[]? Find(string path)
    {
        if (path.StartsWith("/" + Whole, StringComparison.Ordinal))
            return WholeList.Value;
        if (!path.StartsWith("/" + Million, StringComparison.Ordinal))
            return null;
        var cursor = path.Split('?', '&').FirstOrDefault(part => part.StartsWith(CursorName, StringComparison.Ordinal));
        var page = cursor is null ? 1 : int.Parse(cursor.AsSpan(CursorName.Length + 1), CultureInfo.InvariantCulture);
        var isLast = page * ContactResponses.PageSize >= MillionTotal;
        var next = $"\"{CursorName}\":\"{ContactPayload.Id(ContactResponses.PageSize - 1)}\"";
        return Encoding.UTF8.GetBytes(isLast
            ? Page.Value.Replace($"{{\"page\":2,{next}}}", "null", StringComparison.Ordinal)
            : Page.Value.Replace(next, $"\"{CursorName}\":\"{page + 1}\"", StringComparison.Ordinal));
    }
}
