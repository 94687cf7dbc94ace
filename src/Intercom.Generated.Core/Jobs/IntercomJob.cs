using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// A job that Intercom runs in the background, such as an export. To continue in another process, save <see cref="Id"/> and get the job
/// from the client again.
/// </summary>
/// <typeparam name="T">The model that has the status of the job.</typeparam>
public sealed class IntercomJob<T>
    where T : class
{
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(30);

    private readonly JobOperation<T> _operation;

    /// <summary>Creates a handle of a job. No request is sent. Clients have methods that create handles.</summary>
    /// <param name="id">The ID of the job.</param>
    /// <param name="operation">The operation that gets the status.</param>
    /// <exception cref="ArgumentException">The ID is empty.</exception>
    public IntercomJob(string id, JobOperation<T> operation)
    {
        if (string.IsNullOrEmpty(id))
            throw new ArgumentException("The ID of a job cannot be empty.", nameof(id));
        Id = id;
        _operation = operation ?? throw new ArgumentNullException(nameof(operation));
    }

    /// <summary>The ID of the job.</summary>
    public string Id { get; }

    /// <summary>The most recent status, or null if it was not requested yet.</summary>
    public T? Status { get; private set; }

    /// <summary>The state according to <see cref="Status"/>. A job whose status was not requested yet counts as running.</summary>
    public IntercomJobState State => Status is { } status ? _operation.StateOf(status) : IntercomJobState.Running;

    /// <summary>
    /// The time between two requests of <see cref="WaitAsync(IProgress{T}?, CancellationToken)"/>. Null for 1 second at first, then twice
    /// as long each time, up to 30 seconds. If a response has a <c>Retry-After</c> header, it takes precedence.
    /// </summary>
    public TimeSpan? PollingInterval { get; set; }

    /// <summary>Requests the status once.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status, which is also in <see cref="Status"/>.</returns>
    /// <exception cref="IntercomException">The call failed.</exception>
    public async Task<T> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var (status, _) = await RequestStatusAsync(cancellationToken).ConfigureAwait(false);
        return status;
    }

    /// <inheritdoc cref="WaitAsync(IProgress{T}?, CancellationToken)"/>
    public Task<T> WaitAsync(CancellationToken cancellationToken) => WaitAsync(progress: null, cancellationToken);

    /// <summary>
    /// Requests the status until the job ends. Requests wait for the client's rate limiter. A 429 does not end the wait, because the job
    /// goes on regardless.
    /// </summary>
    /// <param name="progress">Receives the status after each request, including the last one. Null for no reports.</param>
    /// <param name="cancellationToken">Ends the wait. The job itself continues.</param>
    /// <returns>The last status.</returns>
    /// <exception cref="IntercomJobFailedException">The job failed or was canceled.</exception>
    /// <exception cref="IntercomException">A call failed. Call this method again to go on waiting.</exception>
    public async Task<T> WaitAsync(IProgress<T>? progress = null, CancellationToken cancellationToken = default)
    {
        var interval = PollingInterval ?? FirstInterval;
        while (true)
        {
            TimeSpan? requested;
            try
            {
                (var status, requested) = await RequestStatusAsync(cancellationToken).ConfigureAwait(false);
                progress?.Report(status);
                switch (_operation.StateOf(status))
                {
                    case IntercomJobState.Completed:
                        return status;
                    case IntercomJobState.Failed:
                        throw new IntercomJobFailedException(_operation.Name, _operation.Version, Id, _operation.TextOf(status));
                }
            }
            catch (IntercomRateLimitException e)
            {
                requested = DelayOf(e.Response);
            }

            await _operation.TimeProvider.WaitAsync(requested ?? interval, cancellationToken).ConfigureAwait(false);
            if (PollingInterval is null)
                interval = interval + interval < LongestInterval ? interval + interval : LongestInterval;
        }
    }

    private async Task<(T Status, TimeSpan? Delay)> RequestStatusAsync(CancellationToken cancellationToken)
    {
        TimeSpan? requested = null;
        var options = new RequestOptions { OnResponse = response => requested = DelayOf(response) };
        Status = await _operation.GetAsync(Id, options, cancellationToken).ConfigureAwait(false);
        return (Status, requested);
    }

    // A delay of zero would repeat the request at once.
    private TimeSpan? DelayOf(IntercomResponse response) =>
        ServerDelay.Of(response, _operation.TimeProvider.GetUtcNow()) is { } delay && delay > TimeSpan.Zero ? delay : null;
}
