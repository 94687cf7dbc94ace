using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.Http;

/// <summary>A method and a path that select requests. Both can be <c>*</c>, and the path can be a template.</summary>
internal sealed class RequestPattern
{
    private readonly string[]? _path;

    /// <exception cref="ArgumentException">The method or the path is empty.</exception>
    public RequestPattern(string method, string path)
    {
        if (string.IsNullOrEmpty(method))
            throw new ArgumentException("Specify an HTTP method, or * for all methods.", nameof(method));
        if (string.IsNullOrEmpty(path))
            throw new ArgumentException("Specify a path, a template, or * for all paths.", nameof(path));
        Method = method;
        Path = path;
        _path = path == "*" ? null : PathSegments.Split(path);
    }

    public string Method { get; }

    public string Path { get; }

    public bool Matches(string method, IReadOnlyList<string> path, Operation? operation)
    {
        if (Method != "*" && !string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            return false;
        if (_path is null)
            return true;
        if (!PathSegments.Match(_path, path))
            return false;

        // Placeholders match only IDs, so a pattern for /contacts/{id} does not match /contacts/search.
        return operation is null || !_path.Where((segment, index) =>
            PathSegments.IsPlaceholder(segment) && !PathSegments.IsPlaceholder(operation.Segments[index])).Any();
    }

    public override string ToString() => $"{Method} {Path}";
}
