namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>A client of any version.</summary>
internal sealed class VersionedClient(ApiVersion version, IntercomClientOptions options) : IntercomClientBase(version, options)
{
    public ThingsClient Things => field ??= new ThingsClient(Invoker);
}
