using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>The parts of the response to GET /contacts that a program without this SDK needs.</summary>
public sealed class ContactPage<TContact>
{
    [JsonPropertyName("data"), JsonProperty("data")]
    public List<TContact>? Data { get; set; }

    [JsonPropertyName("pages"), JsonProperty("pages")]
    public PageCursors? Pages { get; set; }
}

/// <summary>The position of a page.</summary>
public sealed class PageCursors
{
    [JsonPropertyName("next"), JsonProperty("next")]
    public NextPage? Next { get; set; }
}

/// <summary>The position of the next page.</summary>
public sealed class NextPage
{
    [JsonPropertyName("starting_after"), JsonProperty("starting_after")]
    public string? StartingAfter { get; set; }
}
