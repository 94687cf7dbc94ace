using System.Runtime.ExceptionServices;

namespace Intercom.Generated.Runtime;

/// <summary>Makes the attempts of a call until one succeeds, the retry rules stop, or the timeout expires.</summary>
internal sealed class AttemptLoop(ClientContext client, Transport transport)
{
    /// <summary>
    /// Makes the attempts of a call. Each attempt waits for the rate limiter. The first wait does not count toward the call's timeout.
    /// </summary>
    /// <returns>The response to the last attempt, successful or not.</returns>
    public async ValueTask<ApiResponse> RunAsync(ApiCall call)
    {
        while (true)
        {
            ApiResponse? response = null;
            Exception? failure = null;
            try
            {
                if (client.Pacing is not null)
                    await WaitForTurnAsync(call).ConfigureAwait(false);
                call.Start();
                response = await MakeAttemptAsync(call).ConfigureAwait(false);
                if (response.IsSuccess)
                {
                    client.Retries.Succeeded();
                    return response;
                }

                if (response.Status is 408 or >= 500)
                    call.LoseTrack();
            }
            catch (Exception e) when (e is IntercomConnectionException or IntercomTimeoutException)
            {
                failure = e;
            }
            finally
            {
                call.EndTurn();
            }

            if (call.IsDecided || !client.Retries.TryRetry(call, response?.Response, failure, out var delay))
            {
                if (failure is not null)
                    ExceptionDispatchInfo.Capture(failure).Throw();
                return response!;
            }

            response?.Dispose();
            await client.Options.TimeProvider.WaitAsync(delay, call.CancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ApiResponse> MakeAttemptAsync(ApiCall call)
    {
        using var limit = new TimeLimit(call.NextLimit(), client.Options.TimeProvider, call.CancellationToken);
        call.BeginAttempt(limit);
        try
        {
            return await transport.SendAsync(call, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.Token.IsCancellationRequested)
        {
            throw client.Exceptions.Translate(call, e, call.ExpiredTimeout, null, call.CancellationToken);
        }
    }

    private async ValueTask WaitForTurnAsync(ApiCall call)
    {
        if (!call.HasStarted)
        {
            await call.WaitForTurnAsync(call.CancellationToken).ConfigureAwait(false);
            return;
        }

        using var limit = new TimeLimit(call.TimeLeft, client.Options.TimeProvider, call.CancellationToken);
        try
        {
            await call.WaitForTurnAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw client.Exceptions.Translate(call, e, limit.IsExpired ? call.Timeout : null, null, call.CancellationToken, isSent: false);
        }
    }
}
