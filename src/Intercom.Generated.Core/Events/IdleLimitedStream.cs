namespace Intercom.Generated.Runtime;

/// <summary>
/// A stream whose reads time out after <see cref="IntercomClientOptions.AttemptTimeout"/>. Event servers send keep-alive data.
/// </summary>
internal sealed class IdleLimitedStream(Stream inner, IntercomClientOptions options) : ForwardOnlyStream(inner)
{
    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(options.AttemptTimeout, options.TimeProvider, cancellationToken);
        return await limit.GuardAsync(() => Inner.ReadAsync(buffer, offset, count, limit.Token)).ConfigureAwait(false);
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = new TimeLimit(options.AttemptTimeout, options.TimeProvider, cancellationToken);
        return await limit.GuardAsync(() => Inner.ReadAsync(buffer, limit.Token).AsTask()).ConfigureAwait(false);
    }
#endif
}
