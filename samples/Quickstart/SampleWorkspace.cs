using Intercom.Generated;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Quickstart;

/// <summary>The data of the fake Intercom.</summary>
internal static class SampleWorkspace
{
    private static readonly string[] Questions =
    [
        "How do I change my plan?", "The export stops halfway", "Can two teams share an inbox?", "My invoice has the wrong address",
        "Where is the audit log?", "Why does the API return 401 today?", "How long are conversations kept?",
    ];

    public static FakeIntercom Create()
    {
        var fake = new FakeIntercom("2.16", new FakeIntercomOptions { JobDuration = TimeSpan.Zero });
        var contacts = fake.AddContacts(250);
        fake.AddMessage((string)contacts[0]["id"]!, "<p>Welcome!</p>", "Welcome");
        for (var i = 0; i < Questions.Length; i++)
        {
            fake.AddConversation((string)contacts[i]["id"]!, $"<p>{Questions[i]}</p>", new JObject { ["title"] = Questions[i] });
        }

        fake.AddMessage((string)contacts[0]["id"]!, "Welcome!", "Your new workspace");
        fake.Respond("GET", "/me", _ => new HttpResponseMessage
        {
            Content = new StringContent(
                """
                {"type":"admin","id":"991267583","name":"Katherine Johnson","email":"katherine@example.com",
                 "app":{"type":"app","id_code":"fake1234","name":"Example Support","region":"US"}}
                """),
        });
        return fake;
    }

    public static IntercomRegion ParseRegion(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" or "us" => IntercomRegion.UnitedStates,
        "eu" => IntercomRegion.Europe,
        "au" => IntercomRegion.Australia,
        _ => throw new ArgumentException($"INTERCOM_REGION is '{name}'. Set it to us, eu, or au."),
    };
}
