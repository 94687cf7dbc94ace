using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>What the clients of all API versions have in common. Clients are safe for use by several threads; make one and keep it.</summary>
public abstract class IntercomClientBase : IDisposable
{
    /// <summary>Makes the client of a version.</summary>
    /// <param name="version">The version that every request asks for.</param>
    /// <param name="options">How Intercom is reached; copied.</param>
    /// <exception cref="ArgumentException">The options cannot be used: no token, an address that is not https, and the like.</exception>
    protected IntercomClientBase(ApiVersion version, IntercomClientOptions options) =>
        Pipeline = new ApiPipeline(version, options ?? throw new ArgumentNullException(nameof(options)), GetType().Namespace ?? "Intercom.Generated");

    /// <summary>The API version that every request of this client asks for.</summary>
    public ApiVersion Version => Pipeline.Version;

    /// <summary>The way of every call.</summary>
    protected ApiPipeline Pipeline { get; }

    /// <summary>Releases what the client has made itself; connections that are shared or yours stay open.</summary>
    public void Dispose()
    {
        Pipeline.Dispose();
        GC.SuppressFinalize(this);
    }
}
