using Intercom.Generated.Testing;
using Intercom.Generated.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.Versions.Tests;

/// <summary>What callers compile against changes only on purpose.</summary>
public sealed class PublicSurfaceTests
{
    [Test]
    public void The_public_surface_of_every_package_is_as_accepted()
    {
        var assemblies = VersionUnderTest.All
            .Select(version => version.ClientType.Assembly)
            .Append(typeof(IntercomModel).Assembly)
            .Append(typeof(IntercomClientBase).Assembly)
            .Append(typeof(IntercomRateLimiter).Assembly)
            .Append(typeof(ApiCatalog).Assembly)
            .Append(typeof(IntercomServiceCollectionExtensions).Assembly)
            .Append(typeof(FakeIntercom).Assembly);
        new Snapshot(nameof(PublicSurfaceTests)).Match(assemblies.ToDictionary(assembly => assembly.GetName().Name!, PublicSurface.Of));
    }
}
