using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads the embedded JSON that groups operations and types by the API versions that have them.</summary>
internal static class VersionedResource
{
    /// <summary>Reads an embedded resource.</summary>
    public static JObject Read(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name)!;
        using var reader = new JsonTextReader(new StreamReader(resource)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>Gets the entries of a section, each with the versions that have it.</summary>
    public static IEnumerable<(string Name, JToken Value, IReadOnlyList<ApiVersion> Versions)> Entries(JToken section) =>
        from row in ((JObject)section).Properties()
        let versions = Versions(row.Name)
        from entry in ((JObject)row.Value).Properties()
        select (entry.Name, entry.Value, versions);

    /// <summary>Parses the versions of a group, which are separated by spaces.</summary>
    public static IReadOnlyList<ApiVersion> Versions(string text) => [.. text.Split(' ').Select(ApiVersion.Parse)];
}
