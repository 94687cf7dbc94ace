namespace Intercom.Generated.Runtime;

/// <summary>The body of a download. Translates exceptions, and applies the attempt timeout to each read.</summary>
internal sealed class DownloadStream(Stream inner, ApiCall call, ClientContext client, IntercomResponse response) : ForwardOnlyStream
{
    private bool _isDisposed;

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        GuardAsync(limit => new ValueTask<int>(inner.ReadAsync(buffer, offset, count, limit)), cancellationToken).AsTask();

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        GuardAsync(limit => inner.ReadAsync(buffer, limit), cancellationToken);
#endif

    // Only an asynchronous read can time out.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> GuardAsync(Func<CancellationToken, ValueTask<int>> read, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(call.AttemptTimeout, client.Options.TimeProvider, cancellationToken);
        try
        {
            return await read(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!_isDisposed)
        {
            var failure = client.Exceptions.Translate(call, e, limit.IsExpired ? call.AttemptTimeout : null, response, cancellationToken);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }
}
