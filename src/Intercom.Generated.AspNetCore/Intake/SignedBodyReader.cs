using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Intercom.Generated.AspNetCore;

/// <summary>Reads the body of a request, and stops as soon as it is too large or too slow.</summary>
internal sealed class SignedBodyReader(int maxSize, TimeSpan timeout, TimeProvider timeProvider)
{
    // A sender can announce any length, so the announcement alone does not allocate more than this.
    private const int LargestInitialBuffer = 64 * 1024;

    /// <summary>Reads the body.</summary>
    /// <exception cref="RequestRejectedException">The body is too large, too slow, incomplete, or malformed.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > maxSize)
            throw TooLarge();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxSize;
        // Middleware that buffers the body, for example to log it, leaves it at its end.
        if (context.Request.Body.CanSeek)
            context.Request.Body.Position = 0;

        using var slow = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted);
        try
        {
            return await ReadAsync(context.Request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new RequestRejectedException(
                RequestOutcome.TooSlow, $"The body did not arrive within {timeout.TotalSeconds:0.###} seconds.");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            throw new RequestRejectedException(RequestOutcome.TooSlow, "The body arrived too slowly.");
        }
        catch (BadHttpRequestException)
        {
            throw new RequestRejectedException(RequestOutcome.Invalid, "The body is incomplete, or its chunks are not valid HTTP.");
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var size = (int)Math.Clamp(request.ContentLength ?? 4096, 1, LargestInitialBuffer);
        var body = GC.AllocateUninitializedArray<byte>(size);
        var length = 0;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.Buffer.Length > maxSize - length)
                throw TooLarge();
            foreach (var part in result.Buffer)
            {
                if (part.Length > body.Length - length)
                    Array.Resize(ref body, NewSize(body.Length, length + part.Length));
                part.Span.CopyTo(body.AsSpan(length));
                length += part.Length;
            }

            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return body.AsMemory(0, length);
        }
    }

    private int NewSize(int size, int required) => (int)Math.Max(required, Math.Min(size * 2L, maxSize));

    private RequestRejectedException TooLarge() => new(
        RequestOutcome.TooLarge,
        $"The body has more than {maxSize} bytes. The limit is {nameof(IntercomEndpointOptions.MaxBodySize)}.");
}
