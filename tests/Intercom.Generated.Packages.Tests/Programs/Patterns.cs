// Compiled as C# 10. Uses unions with null checks, patterns, and Match.
using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;

public static class Program
{
    public static async Task Main()
    {
        using var fake = new FakeIntercom("2.14");
        fake.AddConversations(1);
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

        ReplyConversationRequest? none = null;
        ReplyConversationRequest reply = new AdminReplyConversationRequest { MessageType = "comment", AdminId = "991267583", Body = "Hello" };
        var id = (string)fake.Conversations.Single()["id"]!;
        Conversation conversation = await intercom.Conversations.ReplyAsync(id, reply);

        var kind = none is null && reply is not null && reply.Value is AdminReplyConversationRequest { Body: "Hello" } && reply is { Value: { } }
            ? reply.Match(_ => "id", _ => "email", _ => "user", _ => "admin", _ => "unknown")
            : "broken";
        var read = JsonConvert.DeserializeObject<SearchFilterValue>("[1,\"two\"]")!;
        var framework = typeof(IntercomClient).Assembly.GetCustomAttributes(typeof(System.Runtime.Versioning.TargetFrameworkAttribute), false)
            .Cast<System.Runtime.Versioning.TargetFrameworkAttribute>().Single().FrameworkName;
        Console.WriteLine($"{kind}, {conversation.ConversationParts?.Items?.Count} parts, {JsonConvert.SerializeObject(read)}, {framework}");
    }
}
