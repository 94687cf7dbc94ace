namespace Intercom.Generated.Testing.Routing;

/// <summary>Splits paths and templates into segments, and matches them.</summary>
internal static class PathSegments
{
    public static string[] Split(string path) => path.Trim('/').Split('/');

    public static bool IsPlaceholder(string segment) =>
        segment.Length > 1 && segment[0] == '{' && segment[segment.Length - 1] == '}';

    public static string WithoutNames(IEnumerable<string> segments) =>
        "/" + string.Join("/", segments.Select(segment => IsPlaceholder(segment) ? "{}" : segment));

    /// <summary>Whether the path matches the template. An empty segment does not match a placeholder.</summary>
    public static bool Match(IReadOnlyList<string> template, IReadOnlyList<string> path)
    {
        if (template.Count != path.Count)
            return false;
        for (var i = 0; i < path.Count; i++)
        {
            if (IsPlaceholder(template[i]) ? path[i].Length == 0 : !string.Equals(template[i], path[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
