namespace Intercom.Generated;

/// <summary>The state of a job that Intercom runs in the background.</summary>
public enum IntercomJobState
{
    /// <summary>The job waits or runs. Unknown statuses count as running, because Intercom can add one.</summary>
    Running,

    /// <summary>The job ended. Its result can be read. A job that ended with errors for some items is also completed.</summary>
    Completed,

    /// <summary>The job failed or was canceled.</summary>
    Failed,
}
