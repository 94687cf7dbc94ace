using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Requests and files of exports.</summary>
internal static class Reports
{
    /// <summary>Creates a request for the conversations of 2026.</summary>
    public static JObject Request(params string[] attributes) => new()
    {
        ["dataset_id"] = "conversation",
        ["attribute_ids"] = new JArray(attributes.ToArray<object>()),
        ["start_time"] = 1767225600,
        ["end_time"] = 1798761600,
    };

    /// <summary>Decompresses a CSV file, and splits it into lines.</summary>
    public static string[] Lines(byte[] file)
    {
        using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(file), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
