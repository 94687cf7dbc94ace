using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>A job failed or was canceled. The requests about the job succeeded.</summary>
public sealed class IntercomJobFailedException : IntercomException
{
    internal IntercomJobFailedException(string operation, ApiVersion version, string jobId, string? status)
        : base(
            $"{operation}: the job {BoundedText.Of(jobId)} ended with the status '{BoundedText.Of(status ?? string.Empty)}'. "
            + "Start a new job.",
            operation,
            version)
    {
        JobId = jobId;
        Status = status;
    }

    /// <summary>The ID of the job.</summary>
    public string JobId { get; }

    /// <summary>The status that Intercom reports, such as <c>failed</c> or <c>canceled</c>. Null if it reports none.</summary>
    public string? Status { get; }
}
