namespace Intercom.Generated;

/// <summary>An operation of the API.</summary>
public sealed class CatalogOperation : CatalogEntry
{
    private readonly string[] _segments;

    internal CatalogOperation(string id, string method, string path, IReadOnlyList<ApiVersion> versions, IReadOnlyList<CatalogDifference> differences)
        : base(versions, differences)
    {
        Id = id;
        Method = method;
        Path = path;
        _segments = CatalogPath.Segments(path);
    }

    /// <summary>Its name: the client and the method without the Async suffix, such as <c>Contacts.Get</c>.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path template of the newest version that has it, such as <c>/contacts/{contact_id}</c>.</summary>
    public string Path { get; }

    /// <summary>The operation's name.</summary>
    public override string ToString() => Id;

    /// <summary>Whether a path is one of this operation, whatever its placeholders are called or filled with.</summary>
    internal bool Matches(string method, string[] segments)
    {
        if (!string.Equals(Method, method, StringComparison.OrdinalIgnoreCase) || _segments.Length != segments.Length)
            return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (!CatalogPath.IsPlaceholder(_segments[i]) && _segments[i] != segments[i])
                return false;
        }

        return true;
    }

    /// <summary>How many segments are written out: <c>/contacts/search</c> is the search, not the contact with that id.</summary>
    internal int FixedSegments => _segments.Count(segment => !CatalogPath.IsPlaceholder(segment));
}

/// <summary>The segments of a path.</summary>
internal static class CatalogPath
{
    public static string[] Segments(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path.Substring(0, end)).Trim('/').Split('/');
    }

    public static bool IsPlaceholder(string segment) => segment.Length > 0 && segment[0] == '{';
}
