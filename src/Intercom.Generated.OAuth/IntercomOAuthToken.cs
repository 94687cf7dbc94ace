using System.Diagnostics;
using System.Runtime.Serialization;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Intercom.Generated;

/// <summary>
/// An access token of a workspace. It does not expire and has no refresh token. It is valid until the app is uninstalled.
/// </summary>
public sealed class IntercomOAuthToken
{
    internal IntercomOAuthToken(string accessToken) => AccessToken = accessToken;

    /// <summary>The access token. Store it encrypted. Serializers leave it out, and debuggers do not show it.</summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AccessToken { get; }

    /// <summary>Returns the name of the type, without the token.</summary>
    public override string ToString() => nameof(IntercomOAuthToken);
}
