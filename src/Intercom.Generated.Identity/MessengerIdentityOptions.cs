using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Intercom.Generated;

/// <summary>The options of <see cref="MessengerIdentity"/>, which copies them.</summary>
public sealed class MessengerIdentityOptions
{
    /// <summary>
    /// The active Messenger API secrets of one platform (web, iOS, or Android), with the newest first. The first one signs. All of them
    /// verify. Serializers leave them out, and debuggers do not show them.
    /// </summary>
    /// <remarks>
    /// The secrets are in the settings of the workspace, under Messenger security. They are not the client secret of an app.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// The time after which a token expires, from 1 second to 365 days. The default is 1 hour. While you rotate secrets, keep the old
    /// secret active for at least this time.
    /// </summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The clock. The default is the system clock. Replace it in tests.</summary>
    [JsonIgnore, IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
