using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Negotiation;

/// <summary>A fake Intercom of one version, which is also the one that answers requests that name no version.</summary>
internal sealed class Workspace : DelegatingHandler
{
    private readonly FakeIntercom _fake;
    private readonly string _region;

    public Workspace(string version, string region)
    {
        InnerHandler = _fake = new FakeIntercom(version, new FakeIntercomOptions { RequireVersion = false });
        _region = region;
        _fake.AddContacts(3);
    }

    public string AccessToken => _fake.AccessToken;

    public int RequestCount => _fake.Requests.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode && request.RequestUri!.AbsolutePath == "/me")
        {
            var me = JObject.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            me["app"] = new JObject { ["type"] = "app", ["name"] = "Example Support", ["region"] = _region };
            answer.Content = new StringContent(me.ToString());
        }

        return answer;
    }
}
