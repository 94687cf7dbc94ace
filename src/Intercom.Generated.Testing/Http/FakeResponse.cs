using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Http;

/// <summary>A response of the fake, before it is converted to an HTTP message.</summary>
internal sealed class FakeResponse
{
    public FakeResponse(int status, JToken? json = null)
    {
        Status = status;
        if (json is null)
            return;
        Body = Encoding.UTF8.GetBytes(json.ToString(Formatting.None));
        ContentType = "application/json; charset=utf-8";
    }

    public FakeResponse(int status, byte[] body, string contentType)
    {
        Status = status;
        Body = body;
        ContentType = contentType;
    }

    public int Status { get; }

    public byte[] Body { get; } = [];

    public string? ContentType { get; }

    public string? FileName { get; set; }

    public string? Location { get; set; }

    public string? Link { get; set; }

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        if (ContentType is not null)
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        if (FileName is not null)
            message.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName };
        if (Location is not null)
            message.Headers.Location = new Uri(Location);
        if (Link is not null)
            message.Headers.Add("Link", Link);
        return message;
    }
}
