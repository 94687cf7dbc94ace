using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Generated.V2_14;
#if JSON_CONVERT
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
#endif

namespace Intercom.Generated.Aot;

/// <summary>Models in the serializers that a program uses for its own types.</summary>
internal static class Serializers
{
    private const string Contact =
        """{"id":"1","name":null,"created_at":1700000000,"custom_attributes":{"plan":"gold"},"tags":{"data":[{"id":"7"}]},"new":true}""";

    private const string Conversation = """{"id":"2","state":"hibernating","open":"perhaps"}""";

    public static Task SystemTextJsonAsync(Checks check)
    {
        var order = System.Text.Json.JsonSerializer.Deserialize(
            $$"""{"number":7,"contact":{{Contact}},"conversations":[{{Conversation}}],"state":"open"}""", OwnJson.Default.Order)!;
        check.That(
            order is { Number: 7, Contact: { Id: "1", Name: null, CreatedAt.Year: 2023 }, Conversations: [{ Open: null }] }
                && order.State == ConversationState.Open);
        check.That(order.Contact!.Tags!.Data![0].Id == "7" && (bool)order.Contact.AdditionalProperties["new"]);
        check.That(
            System.Text.Json.JsonSerializer.Serialize(order, OwnJson.Default.Order)
                == $$"""{"number":7,"contact":{{Contact}},"conversations":[{{Conversation}}],"state":"open"}""");
        check.That(System.Text.Json.JsonSerializer.Serialize(order.Contact, OwnJson.Default.Contact) == Contact);
        return Task.CompletedTask;
    }

#if JSON_CONVERT
    // Newtonsoft.Json causes a warning at each call, regardless of the type.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The generated codec reads and writes the model.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The generated codec reads and writes the model.")]
    public static Task NewtonsoftAsync(Checks check)
    {
        var contact = JsonConvert.DeserializeObject<Contact>(Contact)!;
        check.That(
            contact is { Id: "1", Name: null, CreatedAt.Year: 2023, Tags.Data: [{ Id: "7" }] }
                && contact.CustomAttributes!["plan"]?.AsString() == "gold");
        check.That(JsonConvert.SerializeObject(contact) == Contact);
        check.That(JObject.FromObject(contact).ToString(Formatting.None) == Contact);
        check.That(JObject.Parse(Conversation).ToObject<Conversation>() is { Id: "2", Open: null });
        check.That(
            JsonConvert.DeserializeObject<ContactAvatar>("\"https://example.com/a.png\"")!.TryPickText(out var url)
                && url == "https://example.com/a.png");
        check.That(
            JsonConvert.DeserializeObject<ConversationState>("\"open\"") == ConversationState.Open
                && JsonConvert.SerializeObject(ConversationState.Closed) == "\"closed\"");
        check.That(
            JsonConvert.SerializeObject(JsonConvert.DeserializeObject<CustomAttributes>("""{"a":[1.5,null]}""")) == """{"a":[1.5,null]}""");
        return Task.CompletedTask;
    }
#endif
}

internal sealed class Order
{
    public int Number { get; set; }

    public Contact? Contact { get; set; }

    public List<Conversation>? Conversations { get; set; }

    public ConversationState? State { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Order))]
internal sealed partial class OwnJson : JsonSerializerContext;
