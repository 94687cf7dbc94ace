using System.Threading.Channels;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Keeps the notifications that handlers got, and lets a test wait for them.</summary>
internal sealed class Inbox
{
    private readonly Channel<IntercomNotification> _notifications = Channel.CreateUnbounded<IntercomNotification>();

    public int Count => _notifications.Reader.Count;

    public Task AddAsync(IntercomNotification notification, CancellationToken cancellationToken)
    {
        _notifications.Writer.TryWrite(notification);
        return Task.CompletedTask;
    }

    public async Task<IntercomNotification> NextAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _notifications.Reader.ReadAsync(timeout.Token);
    }
}
