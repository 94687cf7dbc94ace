using System.Buffers;
using System.Net.Http.Headers;

namespace Intercom.Generated.Runtime;

/// <summary>Makes one attempt of a call: gets the token, sends the request, follows redirects, and reads the response.</summary>
internal sealed class Transport(ClientContext client, HttpClient http, string product)
{
    private const int LongestError = 256 * 1024;

    private readonly IntercomClientOptions _options = client.Options;
    private readonly RequestFactory _requests = new(client, http, product);
    private int _expectedSize = ResponseBody.UsualSize;

    /// <summary>Sends the request once, follows redirects, and reads the response.</summary>
    public async ValueTask<ApiResponse> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var authorization = await client.Tokens.GetHeaderAsync(call.Operation, cancellationToken).ConfigureAwait(false);
        var address = _requests.AddressOf(call);
        var isToIntercom = true;
        for (var redirects = 0; ; redirects++)
        {
            var response = await TransmitAsync(
                call, address, isToIntercom ? authorization : null, cancellationToken).ConfigureAwait(false);
            try
            {
                var next = redirects < Redirects.Max ? Redirects.Next(call.Operation, response.Message, address) : null;
                if (isToIntercom && (response.IsSuccess || next is not null))
                    client.Responses.ThrowIfMismatched(call, response.Response);
                if (next is null)
                {
                    response.Body = await ReadBodyAsync(call, response.Message, response.Response, cancellationToken).ConfigureAwait(false);
                    return response;
                }

                response.Dispose();
                // Downloads often redirect to another host.
                isToIntercom = isToIntercom && next.Scheme == address.Scheme && next.Authority == address.Authority;
                address = next;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    // Sends the request and reads the headers of the response.
    private async ValueTask<ApiResponse> TransmitAsync(
        ApiCall call, Uri address, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var request = Make(call, address, authorization);
        var start = client.Observer.BeginRequest();
        HttpResponseMessage message;
        try
        {
            message = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!call.IsCallbackFailure(e))
        {
            var failure = client.Exceptions.Translate(call, e, call.ExpiredTimeout, null, call.CancellationToken);
            // A handler that makes the retries has already reported each attempt.
            if (!call.HasHandler)
                client.Observer.NoResponse(call, start, failure);
            call.LeaveHandler(isDecided: true);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }

#if !NET
        // On .NET Framework, a caller's handler can leave the content null.
        message.Content ??= new ByteArrayContent([]);
#endif
        try
        {
            // A handler has evaluated the status, but it doesn't see failures while the body is read.
            var received = authorization is null ? null : call.LeaveHandler(isDecided: (int)message.StatusCode >= 400);
            received ??= client.Responses.Receive(call, start, message, isFromIntercom: authorization is not null);
            return new ApiResponse(message, received);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Make(ApiCall call, Uri address, AuthenticationHeaderValue? authorization)
    {
        try
        {
            if (authorization is null)
                return _requests.ToOtherHost(call, address);
            var request = _requests.ToIntercom(call, address, authorization);
            if (call.Options?.OnRequest is { } onRequest)
                client.Responses.Invoke(call, onRequest, request, nameof(RequestOptions.OnRequest));
            return request;
        }
        catch (UploadFailure e)
        {
            throw client.Exceptions.Translate(call, e, null, null, call.CancellationToken);
        }
    }

    private async ValueTask<ResponseBody?> ReadBodyAsync(
        ApiCall call, HttpResponseMessage message, IntercomResponse response, CancellationToken cancellationToken)
    {
        if (!message.IsSuccessStatusCode)
            return await ReadErrorAsync(call, message, cancellationToken).ConfigureAwait(false);
        if (call.StreamsResponse)
            return null;
        ResponseBody? body;
        try
        {
            body = await ReadAsync(
                call, message, _options.MaxResponseSize, Volatile.Read(ref _expectedSize), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var failure = client.Exceptions.Translate(call, e, call.ExpiredTimeout, response, call.CancellationToken);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }

        if (body is null)
        {
            throw new IntercomResponseException(
                call.Operation,
                client.Version,
                ResponseProblem.TooLarge,
                $"it is longer than {nameof(IntercomClientOptions.MaxResponseSize)}, {_options.MaxResponseSize} bytes.",
                response);
        }

        // Programs usually make similar requests, so the last size is a good estimate.
        Volatile.Write(ref _expectedSize, Math.Max(body.Length + 1, ResponseBody.UsualSize));
        return body;
    }

    // If the body of an error cannot be read, still report the status.
    private static async ValueTask<ResponseBody?> ReadErrorAsync(
        ApiCall call, HttpResponseMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(call, message, LongestError, ResponseBody.UsualSize, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException || Decompression.HasFailed(e))
        {
            call.CancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static ValueTask<ResponseBody?> ReadAsync(
        ApiCall call, HttpResponseMessage message, long limit, int expectedSize, CancellationToken cancellationToken) =>
        ResponseBody.ReadAsync(
            ArrayPool<byte>.Shared,
            message.Content,
            DeclaredLength.Of(call, message),
            limit,
            expectedSize,
            truncates: !message.IsSuccessStatusCode,
            cancellationToken);
}
