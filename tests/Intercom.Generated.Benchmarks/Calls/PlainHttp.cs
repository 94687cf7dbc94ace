using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>HttpClient as a program uses it that has no SDK, set up as this SDK sets up its own and with the same headers in each request.</summary>
internal sealed class PlainHttp(Uri address, HttpMessageHandler handler) : IDisposable
{
    public const string AccessToken = "benchmark-token";

    private static readonly string UserAgent = $"Benchmarks/1.0 ({System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}; API 2.14)";

    private readonly HttpClient _http = new(handler);

    public static HttpMessageHandler NewConnection() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        UseCookies = false,
    };

    /// <summary>Reads the body of an answer to its end, without the second copy that ReadAsByteArrayAsync makes.</summary>
    public async Task<ReadOnlyMemory<byte>> GetBytesAsync(string path)
    {
        using var answer = await SendAsync(path);
        var body = new MemoryStream((int)(answer.Content.Headers.ContentLength ?? 0));
        await answer.Content.CopyToAsync(body);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    public async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.TryAddWithoutValidation("Intercom-Version", "2.14");
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
