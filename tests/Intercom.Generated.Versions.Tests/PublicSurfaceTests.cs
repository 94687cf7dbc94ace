using Intercom.Generated.Testing;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Versions.Tests;

/// <summary>What callers compile against changes only on purpose.</summary>
public sealed class PublicSurfaceTests
{
    [Test]
    public void The_public_surface_of_every_package_is_as_accepted()
    {
        var assemblies = VersionUnderTest.All.Where(version => File.Exists(Path.Combine(Snapshot.ProjectFolder, "Snapshots", FileName(version.ClientType)))
                || version.Name is "2.11" or "2.12" or "2.14" or "Preview")
            .Select(version => version.ClientType.Assembly)
            .Append(typeof(IntercomModel).Assembly)
            .Append(typeof(FakeIntercom).Assembly);
        new Snapshot("PublicSurfaceTests").Match(assemblies.ToDictionary(assembly => assembly.GetName().Name!, PublicSurface.Of));
    }

    private static string FileName(Type client) => $"PublicSurfaceTests#{client.Assembly.GetName().Name}.verified.txt";
}
