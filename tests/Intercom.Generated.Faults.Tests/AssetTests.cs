using System.Reflection;
using System.Runtime.Versioning;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Both test projects compile the same sources. Each must run against its own assets.</summary>
internal sealed class AssetTests
{
    /// <summary>Whether the tests run against the netstandard2.0 assets.</summary>
    public static bool IsNetStandard { get; } =
        typeof(AssetTests).Assembly.GetName().Name!.Contains("NetStandard", StringComparison.Ordinal);

    [Test]
    public void Assets_are_those_of_the_project()
    {
        Type[] types = [typeof(IntercomModel), typeof(IntercomClientOptions), typeof(IntercomRateLimiter), typeof(V2_14.IntercomClient)];
        Assert.That(
            types.Select(type => type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName),
            Is.All.StartsWith(IsNetStandard ? ".NETStandard," : ".NETCoreApp,"));
    }
}
