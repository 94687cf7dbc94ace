using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>The operation that gets the status of a job.</summary>
/// <typeparam name="T">The model that has the status.</typeparam>
/// <param name="client">The client that has the operation.</param>
/// <param name="name">The name of the operation, such as <c>DataExport.Get</c>.</param>
/// <param name="get">Gets the status of the job with an ID.</param>
/// <param name="textOf">Gets the text of the status from the model.</param>
/// <param name="completed">The statuses of a completed job.</param>
/// <param name="failed">The statuses of a failed or canceled job.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobOperation<T>(
    OperationClient client,
    string name,
    Func<string, RequestOptions, CancellationToken, Task<T>> get,
    Func<T, string?> textOf,
    IReadOnlyCollection<string> completed,
    IReadOnlyCollection<string> failed)
{
    /// <summary>The name of the operation.</summary>
    public string Name { get; } = name;

    /// <summary>The version of the API.</summary>
    internal ApiVersion Version => client.Version;

    /// <summary>The clock of the client.</summary>
    internal TimeProvider TimeProvider => client.TimeProvider;

    /// <summary>Gets the status of a job.</summary>
    public Task<T> GetAsync(string id, RequestOptions options, CancellationToken cancellationToken) => get(id, options, cancellationToken);

    /// <summary>Returns the text of a status, or null if the response has none.</summary>
    public string? TextOf(T status) => textOf(status);

    /// <summary>Returns the state for a status.</summary>
    public IntercomJobState StateOf(T status) => textOf(status) switch
    {
        { } text when completed.Contains(text, StringComparer.OrdinalIgnoreCase) => IntercomJobState.Completed,
        { } text when failed.Contains(text, StringComparer.OrdinalIgnoreCase) => IntercomJobState.Failed,
        _ => IntercomJobState.Running,
    };
}
