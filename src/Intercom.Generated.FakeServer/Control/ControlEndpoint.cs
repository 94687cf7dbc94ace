using System.Globalization;
using Intercom.Generated.FakeServer.Page;
using Intercom.Generated.FakeServer.State;
using Intercom.Generated.Testing;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Control;

/// <summary>The endpoints below /_fake, which need no token: this machine alone can call them.</summary>
internal sealed class ControlEndpoint(Workspaces workspaces, ServerOptions options, LoopbackCertificate certificate)
{
    private const string Prefix = "/_fake";
    private const int MaximumShown = 200;

    private static readonly string Css = ReadCss();

    public static bool IsControl(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await RespondAsync(context).ConfigureAwait(false);
        }
        catch (ServerException e)
        {
            await JsonBody.FailAsync(context, 400, e.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            var message = $"The body is larger than {Server.MaximumBody / 1024 / 1024} MiB.";
            await JsonBody.FailAsync(context, e.StatusCode, message).ConfigureAwait(false);
        }
    }

    private Task RespondAsync(HttpContext context) =>
        (context.Request.Method, context.Request.Path.Value![Prefix.Length..].TrimEnd('/')) switch
        {
            ("GET", "") => WriteAsync(context, StatePage.Write(workspaces, Version(context)), "text/html; charset=utf-8"),
            ("GET", "/page.css") => WriteAsync(context, Css, "text/css; charset=utf-8"),
            ("GET", "/certificate") => WriteAsync(context, certificate.Pem, "application/x-pem-file"),
            ("GET", "/status") => JsonBody.WriteAsync(context, Status()),
            ("POST", "/seed") => SeedAsync(context),
            ("GET", "/clock") => JsonBody.WriteAsync(context, Clock()),
            ("POST", "/clock") => AdvanceAsync(context),
            ("GET", "/faults") => JsonBody.WriteAsync(context, new JArray(workspaces.Faults.Rules.Select(FaultDocument.Write))),
            ("POST", "/faults") => AddFaultAsync(context),
            ("DELETE", "/faults") => ClearFaultsAsync(context),
            ("GET", "/requests") => JsonBody.WriteAsync(context, Requests(context)),
            ("GET", "/resources") => JsonBody.WriteAsync(context, Resources(context)),
            ("GET", "/state") => WriteAsync(context, workspaces.Journal.Save(), "application/x-ndjson"),
            ("PUT", "/state") => RestoreAsync(context),
            ("DELETE", "/state") => ResetAsync(context),
            _ => JsonBody.FailAsync(
                context, 404, "Use GET /_fake/ (the page), /status, /requests, /resources, or /certificate; POST /seed; "
                    + "GET or POST /clock; GET, POST, or DELETE /faults; GET, PUT, or DELETE /state."),
        };

    private static Task WriteAsync(HttpContext context, string text, string contentType)
    {
        JsonBody.SetHeaders(context.Response, contentType);
        return context.Response.WriteAsync(text);
    }

    private static string ReadCss()
    {
        using var reader = new StreamReader(typeof(ControlEndpoint).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd();
    }

    /// <summary>The version in the query, or null if it has none.</summary>
    /// <exception cref="ServerException">The version is unknown.</exception>
    private static string? Version(HttpContext context) =>
        context.Request.Query["version"] is [{ Length: > 0 } name, ..] ? ServerOptions.Version(name) : null;

    private JObject Status() => new()
    {
        ["versions"] = new JArray(FakeIntercom.Versions),
        ["default_version"] = options.DefaultVersion,
        ["used_versions"] = new JArray(workspaces.Existing.Select(workspace => workspace.Fake.Version)),
        ["now"] = Now(),
        ["changes"] = workspaces.Journal.Count,
        ["can_save_state"] = !workspaces.Journal.IsFull,
    };

    private string Now() => workspaces.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private JObject Clock() => new() { ["now"] = Now(), ["ahead_seconds"] = workspaces.Clock.Offset.TotalSeconds };

    private async Task SeedAsync(HttpContext context)
    {
        var version = Version(context);
        var added = workspaces.Seed(await JsonBody.ReadAsync(context).ConfigureAwait(false), version);
        var result = new JObject();
        foreach (var (name, counts) in added)
            result[name] = new JObject(counts.Select(count => new JProperty(count.Key, count.Value)));
        await JsonBody.WriteAsync(context, result).ConfigureAwait(false);
    }

    private async Task AdvanceAsync(HttpContext context)
    {
        var json = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        if (json["advance_seconds"] is JValue { Value: long or double } seconds
            && Convert.ToDouble(seconds.Value, CultureInfo.InvariantCulture) is >= -1e9 and <= 1e9 and var distance)
        {
            workspaces.Clock.Advance(TimeSpan.FromSeconds(distance));
        }
        else if (json["now"] is JValue { Value: string text }
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now))
        {
            workspaces.Clock.Advance(now - workspaces.Clock.GetUtcNow());
        }
        else
        {
            throw new ServerException("""The body must be {"advance_seconds": 60} or {"now": "2026-01-01T00:00:00Z"}.""");
        }

        await JsonBody.WriteAsync(context, Clock()).ConfigureAwait(false);
    }

    private async Task AddFaultAsync(HttpContext context)
    {
        var rule = FaultDocument.Add(workspaces.Faults, await JsonBody.ReadAsync(context).ConfigureAwait(false));
        await JsonBody.WriteAsync(context, FaultDocument.Write(rule)).ConfigureAwait(false);
    }

    private Task ClearFaultsAsync(HttpContext context)
    {
        workspaces.Faults.Clear();
        return JsonBody.WriteAsync(context, new JArray());
    }

    private JArray Requests(HttpContext context)
    {
        var version = Version(context);
        var shown = workspaces.Existing.Where(workspace => version is null || workspace.Fake.Version == version);
        return new JArray(shown.SelectMany(workspace =>
        {
            var filter = new SecretFilter(workspace.Fake);
            return workspace.Fake.Requests.Select(request => new JObject
            {
                ["version"] = workspace.Fake.Version,
                ["method"] = request.Method,
                ["target"] = filter.Text(request.PathAndQuery),
                ["operation"] = request.Operation,
                ["status"] = (int?)request.Status,
                ["fault"] = request.Fault,
                ["headers"] = filter.Headers(request),
                ["body"] = filter.Body(request),
            });
        }));
    }

    private JObject Resources(HttpContext context)
    {
        var workspace = workspaces.Of(Version(context));
        var filter = new SecretFilter(workspace.Fake);
        var types = context.Request.Query["type"] is [{ Length: > 0 } type, ..] ? [type] : workspace.Fake.SeedTypes;
        var known = workspace.Fake.SeedTypes;
        if (types.Except(known).FirstOrDefault() is { } unknown)
            throw new ServerException($"{workspace.Fake.Version} has no type '{unknown}'. Use one of {string.Join(", ", known)}.");
        return new JObject(types.Select(name =>
        {
            var (count, latest) = workspace.Fake.Peek(name, MaximumShown);
            return new JProperty(name, new JObject { ["count"] = count, ["latest"] = new JArray(latest.Select(filter.Json)) });
        }));
    }

    private async Task RestoreAsync(HttpContext context)
    {
        workspaces.Restore(await JsonBody.ReadTextAsync(context).ConfigureAwait(false) is { Length: > 0 } saved
            ? saved
            : throw new ServerException("The body is empty. Send what GET /_fake/state returned, or reset the state with DELETE."));
        await JsonBody.WriteAsync(context, Status()).ConfigureAwait(false);
    }

    private Task ResetAsync(HttpContext context)
    {
        workspaces.Restore("");
        return JsonBody.WriteAsync(context, Status());
    }
}
