using System.Text.RegularExpressions;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Control;

/// <summary>Removes tokens from everything that the control endpoints and the page show.</summary>
internal sealed partial class SecretFilter(FakeIntercom fake)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Hidden = "[hidden]";

    private static readonly string[] HiddenHeaders = ["Authorization", "Proxy-Authorization", "Cookie"];

    /// <summary>Replaces the token and the client secret, and the values of parameters that are named like one.</summary>
    public string Text(string text)
    {
        foreach (var secret in new[] { fake.AccessToken, fake.ClientSecret })
        {
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
            text = text.Replace(Uri.EscapeDataString(secret), Hidden, StringComparison.Ordinal);
        }

        return Parameter().Replace(text, $"$1{Hidden}");
    }

    /// <summary>Replaces the values of properties that are named like a secret, and the secrets in all others.</summary>
    public JToken Json(JToken token)
    {
        switch (token)
        {
            case JObject json:
                return new JObject(json.Properties().Select(member =>
                    new JProperty(Text(member.Name), SecretName().IsMatch(member.Name) ? Hidden : Json(member.Value))));
            case JArray items:
                return new JArray(items.Select(Json));
            case JValue { Value: string text }:
                return Text(text);
            default:
                return token.DeepClone();
        }
    }

    public JToken Body(FakeRequest request)
    {
        if (request.Body is not { Length: > 0 } body)
            return JValue.CreateNull();
        try
        {
            return request.ReadJson() is { } json ? Json(json) : JValue.CreateNull();
        }
        catch (InvalidOperationException)
        {
            // A form, a file, or broken JSON.
            return Text(body);
        }
    }

    public JObject Headers(FakeRequest request) => new(request.Headers
        .Where(header => !HiddenHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && !SecretName().IsMatch(header.Key))
        .Select(header => new JProperty(header.Key, Text(header.Value))));

    [GeneratedRegex("""token|secret|password|^code$|signature|user_hash|api_?key""", Options)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        """((?:^|[?&"'])(?:[a-z_-]*(?:token|secret|password|signature)|code)["']?[=:]\s*["']?)[^&\s"']+""", Options)]
    private static partial Regex Parameter();
}
