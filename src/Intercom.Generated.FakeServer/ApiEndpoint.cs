using System.Globalization;
using System.Text;
using Intercom.Generated.FakeServer.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Intercom.Generated.FakeServer;

/// <summary>Passes requests to the fake of their version, and its responses back.</summary>
internal sealed class ApiEndpoint(Workspaces workspaces)
{
    private static readonly byte[] RealAddress = "https://api.intercom.io/"u8.ToArray();

    // They belong to the connection.
    private static readonly HashSet<string> ConnectionHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Content-Length",
    };

    public async Task HandleAsync(HttpContext context)
    {
        using var request = FileLink.ToAddress(context.Request) is { } file
            ? new HttpRequestMessage(HttpMethod.Get, file)
            : await ReadAsync(context).ConfigureAwait(false);
        var workspace = workspaces.Of(context.Request.Headers["Intercom-Version"]);
        try
        {
            using var response = await workspace.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            && context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await TruncatedResponse.EndAsync(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // A fault, or a client that gave up.
            context.Abort();
        }
    }

    private static async Task<HttpRequestMessage> ReadAsync(HttpContext context)
    {
        var source = context.Request;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var address = $"{source.Scheme}://{source.Host}{(target.StartsWith('/') ? target : source.Path + source.QueryString)}";
        var request = new HttpRequestMessage(new HttpMethod(source.Method), new Uri(address));
        if (source.ContentLength > 0 || source.Headers.TransferEncoding.Count > 0 || source.ContentType is not null)
        {
            using var body = new MemoryStream();
            await source.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var header in source.Headers.Where(header => !ConnectionHeaders.Contains(header.Key) && header.Key[0] != ':'))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value))
                request.Content?.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value);
        }

        return request;
    }

    private async Task WriteAsync(HttpContext context, HttpResponseMessage source)
    {
        var response = context.Response;
        response.StatusCode = (int)source.StatusCode;
        foreach (var header in source.Headers.Concat(source.Content.Headers))
            response.Headers[header.Key] = header.Value.ToArray();
        response.Headers.Remove("Content-Length");
        if (source.Headers.Location is { IsAbsoluteUri: true } location && FileLink.IsFile(location))
            response.Headers.Location = FileLink.ToPath(location);
        // X-RateLimit-Reset is a time of the server's clock.
        if (workspaces.Clock.Offset != TimeSpan.Zero)
            response.Headers.Date = workspaces.Clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);

        if (source.Content is ByteArrayContent)
        {
            var body = WithOwnAddress(await source.Content.ReadAsByteArrayAsync(context.RequestAborted).ConfigureAwait(false), context);
            if (source.StatusCode is System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.NotModified)
                return;
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
                await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        // A body that ends with a fault. What precedes the fault has to arrive.
        response.ContentLength = source.Content.Headers.ContentLength;
        await source.Content.CopyToAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Lets the URLs of downloads lead to this server.</summary>
    private static byte[] WithOwnAddress(byte[] body, HttpContext context) =>
        body.AsSpan().IndexOf(RealAddress) < 0
            ? body
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)
                .Replace("https://api.intercom.io/", $"{context.Request.Scheme}://{context.Request.Host}/", StringComparison.Ordinal));
}
