namespace Intercom.Generated.Testing.Routing;

/// <summary>Paths and templates as segments.</summary>
internal static class PathTemplate
{
    public static string[] Split(string path) => path.Trim('/').Split('/');

    public static bool IsPlaceholder(string segment) =>
        segment.Length > 1 && segment[0] == '{' && segment[segment.Length - 1] == '}';

    public static string Anonymous(IEnumerable<string> segments) =>
        "/" + string.Join("/", segments.Select(segment => IsPlaceholder(segment) ? "{}" : segment));

    /// <summary>Whether a concrete path fits the template; an empty segment fits no placeholder.</summary>
    public static bool Fits(IReadOnlyList<string> template, IReadOnlyList<string> path)
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
