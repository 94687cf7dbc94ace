namespace Intercom.Generated.AspNetCore;

/// <summary>The options of the endpoints of Canvas Kit.</summary>
public sealed class IntercomCanvasKitOptions
{
    /// <summary>
    /// The client secret of the app, from Basic information in the Developer Hub. While you replace a secret, add the new one and the old
    /// one. At least one is required.
    /// </summary>
    public IList<string> ClientSecrets { get; } = [];

    /// <summary>
    /// The maximum size of a request body, in bytes. The default is 1 MB. A larger body is rejected with 413 before more of it is read.
    /// </summary>
    public int MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>The time within which a request body must arrive. The default is 10 seconds. A slower one is rejected with 408.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
