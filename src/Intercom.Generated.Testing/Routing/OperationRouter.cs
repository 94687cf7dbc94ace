namespace Intercom.Generated.Testing.Routing;

/// <summary>Finds the operation for a method and path. A literal segment wins over a placeholder.</summary>
internal sealed class OperationRouter(IReadOnlyList<Operation> operations)
{
    public Operation? Find(string method, IReadOnlyList<string> path) => BestOf(operations.Where(operation =>
        string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase) && PathTemplate.Fits(operation.Segments, path)));

    /// <summary>The methods that the path has, in the published order.</summary>
    public IReadOnlyList<string> MethodsOf(IReadOnlyList<string> path) =>
        [.. operations.Where(operation => PathTemplate.Fits(operation.Segments, path)).Select(operation => operation.Method).Distinct()];

    /// <summary>The operation with this key, whatever names its placeholders have.</summary>
    public Operation? FindByKey(string key)
    {
        var gap = key.IndexOf(' ');
        if (gap < 0)
            return null;
        var shape = $"{key.Substring(0, gap).ToUpperInvariant()} {PathTemplate.Anonymous(PathTemplate.Split(key.Substring(gap + 1)))}";
        return operations.FirstOrDefault(operation => operation.Shape == shape);
    }

    /// <summary>Compares from the left: the first segment in which one is literal and the other is not decides.</summary>
    private static Operation? BestOf(IEnumerable<Operation> candidates) =>
        candidates.OrderBy(Openness, StringComparer.Ordinal).FirstOrDefault();

    private static string Openness(Operation operation) =>
        string.Concat(operation.Segments.Select(segment => PathTemplate.IsPlaceholder(segment) ? '1' : '0'));
}
