namespace Intercom.Generated.Runtime;

/// <summary>An operation of known API versions.</summary>
internal sealed class KnownOperation(string id, string route, IReadOnlyList<ApiVersion> versions)
{
    private readonly string[] _segments = Split(route.Substring(route.IndexOf(' ') + 1));

    /// <summary>The name, such as <c>Contacts.Get</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = route.Substring(0, route.IndexOf(' '));

    /// <summary>The path template of the newest version that has the operation.</summary>
    public string Path { get; } = route.Substring(route.IndexOf(' ') + 1);

    /// <summary>The versions that have the operation, oldest first.</summary>
    public IReadOnlyList<ApiVersion> Versions { get; } = versions;

    /// <summary>
    /// The number of segments without a placeholder: <c>/contacts/search</c> is the search, not the contact with that ID.
    /// </summary>
    public int LiteralSegments => _segments.Count(segment => !IsPlaceholder(segment));

    /// <summary>Whether a method and path belong to this operation, regardless of the names or values of the placeholders.</summary>
    public bool Matches(string method, string[] segments)
    {
        if (!string.Equals(Method, method, StringComparison.OrdinalIgnoreCase) || _segments.Length != segments.Length)
            return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (!IsPlaceholder(_segments[i]) && _segments[i] != segments[i])
                return false;
        }

        return true;
    }

    /// <summary>Splits a path, without its query, into segments.</summary>
    public static string[] Split(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path.Substring(0, end)).Trim('/').Split('/');
    }

    private static bool IsPlaceholder(string segment) => segment.Length > 0 && segment[0] == '{';
}

/// <summary>The operations of the API versions that this package knows, from openapi/availability.json.</summary>
internal static class KnownOperations
{
    private static readonly Lazy<IReadOnlyList<KnownOperation>> Operations = new(Read);

    /// <summary>The operations of all versions. They are read on first use.</summary>
    public static IReadOnlyList<KnownOperation> All => Operations.Value;

    /// <summary>
    /// Finds an operation by its method and path. There can be several if versions name it differently. The path with the most literal
    /// segments wins.
    /// </summary>
    public static IReadOnlyList<KnownOperation> Find(string method, string path)
    {
        var segments = KnownOperation.Split(path);
        return All.Where(operation => operation.Matches(method, segments))
            .GroupBy(operation => operation.LiteralSegments)
            .OrderByDescending(group => group.Key)
            .FirstOrDefault()?.ToList() ?? [];
    }

    /// <summary>The versions that have an operation, newest first.</summary>
    public static IReadOnlyList<ApiVersion> VersionsOf(ApiOperation operation) =>
        [.. Find(operation.Method, operation.Path).SelectMany(known => known.Versions).Distinct().OrderByDescending(version => version)];

    private static IReadOnlyList<KnownOperation> Read() =>
    [
        .. VersionedResource.Entries(VersionedResource.Read(typeof(KnownOperations).Assembly, "availability.json")["operations"]!)
            .Select(entry => new KnownOperation(entry.Name, (string)entry.Value!, entry.Versions)),
    ];
}
