using System.Reflection;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Versions.Tests;

/// <summary>What callers compile against changes only on purpose.</summary>
public sealed class PublicSurfaceTests
{
    [Test]
    public void The_public_surface_of_every_package_is_as_accepted()
    {
        var source = Path.Combine(Snapshot.ProjectFolder, "..", "..", "src");
        var packages = Directory.GetFiles(source, "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetFileNameWithoutExtension(project));
        new Snapshot(nameof(PublicSurfaceTests)).Match(packages.ToDictionary(package => package, package => PublicSurface.Of(Assembly.Load(package))));
    }
}
