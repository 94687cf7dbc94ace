namespace Intercom.Generated.Runtime;

/// <summary>The body of a download. What breaks it is an exception of this package, and a read that brings nothing in the time of a try ends.</summary>
internal sealed class DownloadStream(Stream inner, ApiCall call, ApiVersion version, IntercomResponse response, TimeProvider time) : ForwardOnlyStream
{
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        GuardAsync(limit => new ValueTask<int>(inner.ReadAsync(buffer, offset, count, limit)), cancellationToken).AsTask();

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        GuardAsync(limit => inner.ReadAsync(buffer, limit), cancellationToken);
#endif

    // Only an asynchronous read can be ended.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> GuardAsync(Func<CancellationToken, ValueTask<int>> read, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(call.TryTimeout, time, cancellationToken);
        try
        {
            return await read(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // A connection can break because its read was cancelled.
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            throw limit.Token.IsCancellationRequested
                ? new IntercomTimeoutException(call, version, call.TryTimeout, e) { RetryCount = call.Retries }
                : new IntercomConnectionException(call.Operation.Id, version, e) { RetryCount = call.Retries };
        }
        catch (Exception e) when (Decompression.HasFailed(e))
        {
            throw new IntercomResponseException(call.Operation, version, ResponseProblem.Undecodable, $"it cannot be decompressed: {e.Message}", response, cause: e) { RetryCount = call.Retries };
        }
    }
}
