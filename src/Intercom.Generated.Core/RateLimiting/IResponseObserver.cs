using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>
/// A rate limiter that learns from responses. The client passes it the status and headers of each response from Intercom.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResponseObserver
{
    /// <summary>Learns from a response. Several threads can call it concurrently. It must not throw.</summary>
    /// <param name="response">The status and headers.</param>
    void Observe(IntercomResponse response);
}
