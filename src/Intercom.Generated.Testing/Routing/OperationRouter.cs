namespace Intercom.Generated.Testing.Routing;

/// <summary>Finds the operation for a method and path. Literal segments take precedence over placeholders.</summary>
internal sealed class OperationRouter(IReadOnlyList<Operation> operations)
{
    public Operation? Find(string method, IReadOnlyList<string> path) => BestOf(operations.Where(operation =>
        string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase) && PathSegments.Match(operation.Segments, path)));

    /// <summary>Gets the methods of the path, in the published order.</summary>
    public IReadOnlyList<string> MethodsOf(IReadOnlyList<string> path) =>
        [.. operations.Where(operation => PathSegments.Match(operation.Segments, path)).Select(operation => operation.Method).Distinct()];

    /// <summary>Finds the operation with this key, ignoring the names of placeholders.</summary>
    public Operation? FindByKey(string key)
    {
        var gap = key.IndexOf(' ');
        if (gap < 0)
            return null;
        var shape = $"{key.Substring(0, gap).ToUpperInvariant()} {PathSegments.WithoutNames(PathSegments.Split(key.Substring(gap + 1)))}";
        return operations.FirstOrDefault(operation => operation.Shape == shape);
    }

    /// <summary>Prefers candidates with a literal in the first segment in which they differ.</summary>
    private static Operation? BestOf(IEnumerable<Operation> candidates) =>
        candidates.OrderBy(PlaceholderPattern, StringComparer.Ordinal).FirstOrDefault();

    private static string PlaceholderPattern(Operation operation) =>
        string.Concat(operation.Segments.Select(segment => PathSegments.IsPlaceholder(segment) ? '1' : '0'));
}
