namespace Intercom.Generated.Runtime;

/// <summary>The body of a download. Translates exceptions, checks the length, and applies the attempt timeout to each read.</summary>
internal sealed class DownloadStream(Stream inner, long? declared, ApiCall call, ClientContext client, IntercomResponse response)
    : ForwardOnlyStream(inner)
{
    private long _received;
    private bool _isDisposed;

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        GuardAsync(limit => new ValueTask<int>(Inner.ReadAsync(buffer, offset, count, limit)), count, cancellationToken).AsTask();

    // Only an asynchronous read can time out.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private async ValueTask<int> GuardAsync(Func<CancellationToken, ValueTask<int>> read, int room, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(call.AttemptTimeout, client.Options.TimeProvider, cancellationToken);
        try
        {
            var count = await read(limit.Token).ConfigureAwait(false);
            _received += count;
            // A read into an empty buffer also returns 0.
            if (count == 0 && room > 0)
                DeclaredLength.CheckLength(declared, _received);
            return count;
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
