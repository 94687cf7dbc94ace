using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Reads JSON as it stands: what looks like a date stays text.</summary>
internal static class Json
{
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
