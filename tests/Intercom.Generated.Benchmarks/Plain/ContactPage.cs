using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>What a program without this SDK needs of an answer to GET /contacts.</summary>
public sealed class ContactPage<TContact>
{
    [JsonPropertyName("data"), JsonProperty("data")]
    public List<TContact>? Data { get; set; }

    [JsonPropertyName("pages"), JsonProperty("pages")]
    public PageCursors? Pages { get; set; }
}

/// <summary>Where a page stands.</summary>
public sealed class PageCursors
{
    [JsonPropertyName("next"), JsonProperty("next")]
    public NextPage? Next { get; set; }
}

/// <summary>Where the next page starts.</summary>
public sealed class NextPage
{
    [JsonPropertyName("starting_after"), JsonProperty("starting_after")]
    public string? StartingAfter { get; set; }
}
