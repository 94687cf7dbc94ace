using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Parses JSON without converting strings that look like dates.</summary>
internal static class Json
{
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
