using System.Globalization;
using System.Text;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.State;

/// <summary>A change of the data: a request or a seed. The same changes in the same order always lead to the same data.</summary>
/// <param name="At">The time of the change, by the server's clock.</param>
/// <param name="Version">The API version, or null for a seed of all versions.</param>
internal abstract record Change(DateTimeOffset At, string? Version)
{
    /// <summary>Reads a line of a state file.</summary>
    /// <exception cref="FormatException">The line is not a change.</exception>
    public static Change Parse(string line)
    {
        if (StrictJsonReader.Parse(line) is not JObject json)
            throw new FormatException("the line is not an object");
        if (!DateTimeOffset.TryParse(Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            throw new FormatException("'at' is not a time");
        var version = Text("version");
        if (json["seed"] is JObject seed)
            return new SeedChange(at, version, seed);
        if (version is null || Text("method") is not { } method || Text("target") is not ['/', ..] target)
            throw new FormatException("the line has neither 'seed' nor 'version', 'method', and 'target'");
        return new RequestChange(at, version, method, target, Text("contentType"),
            Text("base64") is { } bytes ? Convert.FromBase64String(bytes) : Encoding.UTF8.GetBytes(Text("body") ?? ""));

        string? Text(string name) => json[name] is JValue { Type: JTokenType.String, Value: string value } ? value : null;
    }

    /// <summary>Writes the change as a line of a state file.</summary>
    public string ToLine()
    {
        var json = new JObject { ["at"] = At.ToString("O", CultureInfo.InvariantCulture) };
        if (Version is not null)
            json["version"] = Version;
        Write(json);
        return json.ToString(Formatting.None);
    }

    protected abstract void Write(JObject json);
}

/// <summary>Adds the resources of a document.</summary>
internal sealed record SeedChange(DateTimeOffset At, string? Version, JObject Document) : Change(At, Version)
{
    protected override void Write(JObject json) => json["seed"] = Document;
}

/// <summary>A request that was handled. Its headers are not kept, because they contain the token.</summary>
internal sealed record RequestChange(DateTimeOffset At, string ApiVersion, string Method, string Target, string? ContentType, byte[] Body)
    : Change(At, ApiVersion)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    protected override void Write(JObject json)
    {
        json["method"] = Method;
        json["target"] = Target;
        if (ContentType is not null)
            json["contentType"] = ContentType;
        if (Body.Length == 0)
            return;
        try
        {
            json["body"] = Strict.GetString(Body);
        }
        catch (ArgumentException)
        {
            // A file in a multipart body.
            json["base64"] = Convert.ToBase64String(Body);
        }
    }
}
