using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Intercom.Generated.AspNetCore;

/// <summary>Reads the body of a request, and stops as soon as it is too large or too slow.</summary>
internal sealed class SignedBodyReader(int maxSize, TimeSpan timeout, TimeProvider timeProvider)
{
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

        var body = new BodyBuffer(context.Request.ContentLength, maxSize);
        try
        {
            // Most bodies are small and arrive with the header, so that no timeout is necessary.
            while (context.Request.BodyReader.TryRead(out var result))
            {
                if (Add(body, context.Request.BodyReader, result))
                    return body.Written;
            }

            await ReadAsync(context, body).ConfigureAwait(false);
            return body.Written;
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

    private async Task ReadAsync(HttpContext context, BodyBuffer body)
    {
        var reader = context.Request.BodyReader;
        using var slow = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted);
        try
        {
            while (!Add(body, reader, await reader.ReadAsync(either.Token).ConfigureAwait(false)))
            {
            }
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new RequestRejectedException(
                RequestOutcome.TooSlow, $"The body did not arrive within {timeout.TotalSeconds:0.###} seconds.");
        }
    }

    /// <summary>Adds the part that was read.</summary>
    /// <returns>Whether the body is complete.</returns>
    private bool Add(BodyBuffer body, PipeReader reader, in ReadResult result)
    {
        if (!body.TryAdd(result.Buffer))
            throw TooLarge();
        reader.AdvanceTo(result.Buffer.End);
        return result.IsCompleted;
    }

    private RequestRejectedException TooLarge() => new(
        RequestOutcome.TooLarge,
        $"The body has more than {maxSize} bytes. The limit is {nameof(IntercomEndpointOptions.MaxBodySize)}.");
}
