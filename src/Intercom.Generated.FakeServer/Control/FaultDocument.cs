using System.Globalization;
using System.Net;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Control;

/// <summary>Reads and writes the rules of faults as JSON.</summary>
internal static class FaultDocument
{
    private static readonly Dictionary<string, Func<JObject, FakeFault>> Faults = new(StringComparer.Ordinal)
    {
        ["delay"] = json => FakeFault.Delay(Seconds(json, "seconds") ?? throw new ServerException("A delay needs 'seconds'.")),
        ["stall"] = _ => FakeFault.Stall(),
        ["stall_in_body"] = _ => FakeFault.StallInBody(),
        ["close_connection"] = _ => FakeFault.CloseConnection(),
        ["lose_response"] = _ => FakeFault.LoseResponse(),
        ["truncate_body"] = _ => FakeFault.TruncateBody(),
        ["break_json"] = _ => FakeFault.BreakJson(),
        ["change_content_type"] = json => FakeFault.ChangeContentType(Text(json, "content_type") ?? "text/html"),
        ["repeat_cursor"] = _ => FakeFault.RepeatCursor(),
        ["echo_version"] = json => FakeFault.EchoVersion(
            Text(json, "version") ?? throw new ServerException("echo_version needs 'version'.")),
        ["rate_limit"] = json => FakeFault.RateLimit(Seconds(json, "resets_after"), Seconds(json, "retry_after")),
        ["server_error"] = json => FakeFault.ServerError(Status(json, HttpStatusCode.ServiceUnavailable)),
        ["web_page"] = json => FakeFault.WebPage(Status(json, HttpStatusCode.OK)),
    };

    /// <summary>The names of the faults.</summary>
    public static IReadOnlyCollection<string> Names => Faults.Keys;

    /// <exception cref="ServerException">The document is not a fault.</exception>
    public static FaultRule Add(FakeFaults faults, JObject json)
    {
        var name = Text(json, "fault");
        if (name is null || !Faults.TryGetValue(name, out var create))
            throw new ServerException($"'fault' must be one of {string.Join(", ", Names)}.");
        try
        {
            return faults.Add(Text(json, "method") ?? "*", Text(json, "path") ?? "*", create(json), Times(json));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new ServerException($"The fault '{name}' has an invalid value: {e.Message.Split(" (Parameter", 2)[0]}", e);
        }
    }

    public static JObject Write(FaultRule rule) => new()
    {
        ["method"] = rule.Method,
        ["path"] = rule.Path,
        ["fault"] = rule.Fault.ToString(),
        ["times"] = rule.Times.ToString(),
        ["injected"] = rule.InjectedCount,
    };

    private static FaultTimes Times(JObject json)
    {
        if (json["times"] is not { } times)
            return FaultTimes.Always;
        if (times is JObject { Count: > 0 } choice)
        {
            if (Whole(choice, "next") is { } count)
                return FaultTimes.Next(count);
            if (Whole(choice, "every") is { } period)
                return FaultTimes.Every(period);
            if (Number(choice, "chance") is { } probability)
                return FaultTimes.Chance(probability, Whole(choice, "seed") ?? 0);
        }

        return (string?)(times as JValue) switch
        {
            "always" => FaultTimes.Always,
            "once" => FaultTimes.Once,
            _ => throw new ServerException(
                """'times' must be "always", "once", {"next": 3}, {"every": 3}, or {"chance": 0.1, "seed": 1}."""),
        };
    }

    private static TimeSpan? Seconds(JObject json, string name) => Number(json, name) switch
    {
        null => null,
        >= 0 and <= 86_400 and var seconds => TimeSpan.FromSeconds(seconds),
        _ => throw new ServerException($"'{name}' must be from 0 to 86,400 seconds."),
    };

    private static HttpStatusCode Status(JObject json, HttpStatusCode initial) => Whole(json, "status") switch
    {
        null => initial,
        >= 200 and <= 599 and var status => (HttpStatusCode)status,
        _ => throw new ServerException("'status' must be from 200 to 599."),
    };

    private static int? Whole(JObject json, string name) => json[name] switch
    {
        null => null,
        JValue { Value: long and >= int.MinValue and <= int.MaxValue and var number } => (int)number,
        _ => throw new ServerException($"'{name}' must be a whole number."),
    };

    private static double? Number(JObject json, string name) => json[name] switch
    {
        null => null,
        JValue { Value: long or double } value => Convert.ToDouble(value.Value, CultureInfo.InvariantCulture),
        _ => throw new ServerException($"'{name}' must be a number."),
    };

    private static string? Text(JObject json, string name) => json[name] switch
    {
        null => null,
        JValue { Value: string text } => text,
        _ => throw new ServerException($"'{name}' must be a text."),
    };
}
