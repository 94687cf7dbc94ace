using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Generated.Benchmarks.Payloads;

/// <summary>Converts payloads to JSON, as Intercom sends it.</summary>
internal static class PayloadJson
{
    // Intercom escapes neither HTML nor non-ASCII letters.
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToBytes(this JsonNode payload) => JsonSerializer.SerializeToUtf8Bytes(payload, Wire);

    /// <summary>Copies the payload without null properties.</summary>
    public static JsonNode WithoutNulls(this JsonNode payload) => payload switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value!.WithoutNulls()))),
        JsonArray items => new JsonArray([.. items.Select(item => item?.WithoutNulls())]),
        _ => payload.DeepClone(),
    };
}
