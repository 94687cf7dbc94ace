using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>HttpClient without an SDK, with the same settings and request headers that the SDK uses.</summary>
internal sealed class PlainHttp(Uri address, HttpMessageHandler handler) : IDisposable
{
    public const string AccessToken = "benchmark-token";

    private static readonly string UserAgent =
        $"Benchmarks/1.0 ({System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}; API 2.14)";

    private readonly HttpClient _http = new(handler);

    public static HttpMessageHandler NewConnection() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        UseCookies = false,
    };

    /// <summary>Reads a response body, without the additional copy that ReadAsByteArrayAsync makes.</summary>
    public async Task<ReadOnlyMemory<byte>> GetBytesAsync(string path)
    {
        using var response = await SendAsync(path);
        var body = new MemoryStream((int)(response.Content.Headers.ContentLength ?? 0));
        await response.Content.CopyToAsync(body);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    public async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.TryAddWithoutValidation("Intercom-Version", "2.14");
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
