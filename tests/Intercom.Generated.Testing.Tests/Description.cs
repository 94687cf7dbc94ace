using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The descriptions of all versions, loaded once for all tests.</summary>
internal static partial class Description
{
    private static readonly ConcurrentDictionary<string, JObject> Known = new();
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> KnownOperations = new();

    public static JObject Of(string version) => Known.GetOrAdd(version, name =>
    {
        using var fake = new FakeIntercom(name);
        return fake.GetDescription();
    });

    /// <summary>Gets the operations of a version without parameter names, such as <c>GET /contacts/{}</c>.</summary>
    public static IReadOnlySet<string> Operations(string version) => KnownOperations.GetOrAdd(version, name =>
    {
        using var fake = new FakeIntercom(name);
        return fake.Operations.Select(operation => Parameter().Replace(operation, "{}")).ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>Gets the published path of an operation.</summary>
    public static string TemplateOf(string version, string operation)
    {
        var (method, path) = (operation.Split(' ')[0].ToLowerInvariant(), Parameter().Replace(operation.Split(' ')[1], "{}"));
        return ((JObject)Of(version)["paths"]!).Properties()
            .Single(item => Parameter().Replace(item.Name, "{}") == path && item.Value[method] is not null).Name;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
