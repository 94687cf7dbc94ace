using System.Net;
using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Records the request and returns a sample of the described response.</summary>
internal sealed class RecordingHandler(OperationMethod operation) : HttpMessageHandler
{
    public static readonly byte[] File = [0x1f, 0x8b, 7, 7, 7];

    public HttpRequestMessage? Request { get; private set; }

    public string? Body { get; private set; }

    public JToken? Response { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Request is not null)
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(File) };
        Request = request;
        Body = request.Content is null or { Headers.ContentLength: 0 } ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var (status, content) = operation.Success();
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (status is >= 300 and < 400)
            response.Headers.Location = new Uri("https://files.example.test/recording");
        if (content is not { } described)
            return response;
        if ((string?)described.Schema?["format"] == "binary")
        {
            response.Content = new ByteArrayContent(File);
            return response;
        }

        Response = new SampleGenerator(operation.Version.Description).Generate(described.Schema!);
        // A sample string is not a URL of a next page.
        if (operation.IsList && Response.SelectToken("pages.next") is JValue { Type: JTokenType.String } next)
            next.Value = null;
        var text = described.MediaType == "text/plain" ? (string)Response! : Response.ToString(Formatting.None);
        response.Content = new StringContent(text, Encoding.UTF8, described.MediaType);
        return response;
    }
}
