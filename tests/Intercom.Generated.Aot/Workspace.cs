using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Aot;

/// <summary>A fake and a client for it.</summary>
internal sealed class Workspace : IDisposable
{
    private static readonly (string Name, string Type)[] Attributes =
        [("plan", "string"), ("seats", "integer"), ("ratio", "float"), ("beta", "boolean"), ("referrer", "string")];

    public Workspace()
    {
        foreach (var (name, type) in Attributes)
            Fake.Add("data_attribute", new JObject { ["name"] = name, ["model"] = "contact", ["data_type"] = type });
        Intercom = new IntercomClient(Options(Fake));
    }

    public FakeIntercom Fake { get; } = new("2.14");

    public IntercomClient Intercom { get; }

    /// <summary>The JSON body of the last request.</summary>
    public JToken Sent => JToken.Parse(Fake.Requests[^1].Body!);

    public static IntercomClientOptions Options(FakeIntercom fake) => new(fake.AccessToken)
    {
        HttpMessageHandler = fake,
        Retry = { BaseDelay = TimeSpan.Zero },
    };

    public static HttpResponseMessage Respond(string json, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new HttpResponseMessage { Content = content };
    }

    public void Dispose()
    {
        Intercom.Dispose();
        Fake.Dispose();
    }
}
