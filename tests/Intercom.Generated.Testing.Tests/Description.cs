using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The descriptions, read once for all tests.</summary>
internal static class Description
{
    private static readonly ConcurrentDictionary<string, JObject> Known = new();

    public static JObject Of(string version) => Known.GetOrAdd(version, name =>
    {
        using var fake = new FakeIntercom(name);
        return fake.GetDescription();
    });
}
