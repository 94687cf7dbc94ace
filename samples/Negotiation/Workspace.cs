using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Negotiation;

/// <summary>A fake that accepts one API version, which is also its default version. It reports a region.</summary>
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
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && request.RequestUri!.AbsolutePath == "/me")
        {
            var me = JObject.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            me["app"] = new JObject { ["type"] = "app", ["name"] = "Example Support", ["region"] = _region };
            response.Content = new StringContent(me.ToString());
        }

        return response;
    }
}
