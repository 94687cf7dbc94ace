using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Search;

/// <summary>The workspace to search: contacts on three plans, created one week apart, and their conversations.</summary>
internal static class SampleWorkspace
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names =
        ["Ada Lovelace", "Grace Hopper", "Katherine Johnson", "Annie Easley", "Mary Jackson", "Dorothy Vaughan"];

    private static readonly string[] Plans = ["gold", "free", "platinum"];

    private static readonly string[] Questions =
        ["Our export stops halfway", "How do I change my plan?", "The invoice has the wrong address"];

    public static FakeIntercom Create()
    {
        var fake = new FakeIntercom("2.16");
        for (var i = 0; i < 12; i++)
        {
            var name = Names[i % Names.Length];
            var contact = fake.AddContact(new JObject
            {
                ["role"] = i % 4 == 3 ? "lead" : "user",
                ["name"] = name,
                ["email"] = $"{name.ToLowerInvariant().Replace(' ', '.')}.{i}@{(i % 2 == 0 ? "example.com" : "example.org")}",
                ["created_at"] = Start.AddDays(7 * i).ToUnixTimeSeconds(),
                ["custom_attributes"] = new JObject { ["plan"] = Plans[i % Plans.Length], ["seats"] = 5 * (i + 1) },
            });
            fake.AddConversation((string)contact["id"]!, $"<p>{Questions[i % Questions.Length]}</p>", new JObject
            {
                ["title"] = Questions[i % Questions.Length],
                ["open"] = i % 3 != 1,
                ["priority"] = i % 4 == 0 ? "priority" : "not_priority",
                ["created_at"] = Start.AddDays(7 * i).ToUnixTimeSeconds(),
            });
        }

        return fake;
    }
}
