using System.Globalization;
using System.Net;
using System.Text;
using Intercom.Generated.FakeServer.Control;
using Intercom.Generated.FakeServer.State;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Page;

/// <summary>
/// Writes the page that shows the state and the latest requests. It needs no script. Every value goes through <see cref="Encode"/>.
/// </summary>
internal static class StatePage
{
    private const int ShownItems = 20;
    private const int ShownRequests = 50;
    private const int LongestText = 20_000;

    private static readonly string[] TitleProperties = ["name", "title", "email", "label", "subject", "state"];

    public static string Write(Workspaces workspaces, string? version)
    {
        var workspace = workspaces.Of(version);
        var fake = workspace.Fake;
        var filter = new SecretFilter(fake);
        var page = new StringBuilder();
        var now = workspaces.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Fake Intercom {Encode(fake.Version)}</title>
            <link rel="stylesheet" href="/_fake/page.css">
            </head>
            <body>
            <header>
            <h1>Fake Intercom</h1>
            <p>{now} UTC · <a href="?version={Encode(fake.Version)}">Refresh</a></p>
            </header>
            <nav aria-label="API version">

            """);
        foreach (var name in FakeIntercom.Versions)
        {
            var current = name == fake.Version ? " aria-current=\"page\"" : "";
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"?version={Encode(name)}\"{current}>{Encode(name)}</a>\n");
        }

        page.Append("</nav>\n<main>\n");
        WriteRequests(page, fake, filter);
        WriteFaults(page, workspaces.Faults);
        WriteState(page, fake, filter);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteRequests(StringBuilder page, FakeIntercom fake, SecretFilter filter)
    {
        page.Append("<section aria-labelledby=\"requests\">\n<h2 id=\"requests\">Latest requests</h2>\n");
        var requests = fake.Requests.Reverse().Take(ShownRequests).ToList();
        if (requests.Count == 0)
        {
            page.Append("<p class=\"empty\">No requests yet.</p>\n</section>\n");
            return;
        }

        page.Append("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var column in (string[])["Status", "Request", "Fault"])
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{column}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var request in requests)
        {
            var status = request.Status is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : "none";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><span class=\"status {Kind(request.Status)}\">{status}</span></td><td>");
            var line = $"{Encode(request.Method)} {Encode(filter.Text(request.PathAndQuery))}";
            if (filter.Body(request) is { Type: not JTokenType.Null } body)
                page.Append(Details($"<code>{line}</code>", body));
            else
                page.Append(CultureInfo.InvariantCulture, $"<code>{line}</code>");
            page.Append(CultureInfo.InvariantCulture, $"</td><td>{Encode(request.Fault ?? "")}</td></tr>\n");
        }

        page.Append("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteFaults(StringBuilder page, FakeFaults faults)
    {
        if (faults.Rules.Count == 0)
            return;
        page.Append("<section aria-labelledby=\"faults\">\n<h2 id=\"faults\">Faults</h2>\n<ul>\n");
        foreach (var rule in faults.Rules)
            page.Append(CultureInfo.InvariantCulture, $"<li><code>{Encode(rule.ToString())}</code></li>\n");
        page.Append("</ul>\n</section>\n");
    }

    private static void WriteState(StringBuilder page, FakeIntercom fake, SecretFilter filter)
    {
        page.Append("<section aria-labelledby=\"state\">\n<h2 id=\"state\">State</h2>\n");
        foreach (var type in fake.SeedTypes)
        {
            var (count, latest) = fake.Peek(type, ShownItems);
            if (count == 0)
                continue;
            page.Append("<details class=\"type\"><summary>");
            page.Append(CultureInfo.InvariantCulture, $"{Encode(type)} <span class=\"count\">{count}</span></summary>\n");
            foreach (var item in latest.Select(filter.Json))
                page.Append(Details(Title(item), item)).Append('\n');
            if (count > latest.Count)
                page.Append(CultureInfo.InvariantCulture, $"<p class=\"empty\">The latest {latest.Count} of {count}.</p>\n");
            page.Append("</details>\n");
        }

        page.Append("</section>\n");
    }

    /// <param name="summary">The encoded summary.</param>
    /// <param name="json">The content.</param>
    private static string Details(string summary, JToken json) =>
        $"<details><summary>{summary}</summary><pre tabindex=\"0\">{Json(json)}</pre></details>";

    private static string Title(JToken item)
    {
        var text = TitleProperties.Select(name => (item[name] as JValue)?.Value as string)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return $"<code>{Encode($"{item["id"]}")}</code> {Encode(Short(text ?? "", 80))}";
    }

    private static string Kind(HttpStatusCode? status) => (int?)status switch
    {
        >= 200 and < 300 => "ok",
        >= 300 and < 500 => "warning",
        _ => "error",
    };

    private static string Json(JToken json) =>
        Encode(Short(json is JValue { Value: string text } ? text : json.ToString(Formatting.Indented), LongestText));

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length] + " …";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
