namespace Intercom.Generated.Runtime;

/// <summary>A path template, parsed once and reused by all requests.</summary>
internal sealed class PathTemplate
{
    private readonly ApiOperation _operation;
    private readonly string _start;
    private readonly List<(string Name, string Following)> _placeholders = [];

    public PathTemplate(ApiOperation operation)
    {
        _operation = operation;
        var parts = operation.Path.Split('{');
        _start = parts[0];
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('}');
            _placeholders.Add((part.Substring(0, end), part.Substring(end + 1)));
        }
    }

    /// <summary>Creates the path of a request.</summary>
    /// <param name="arguments">The values of the placeholders, in their order.</param>
    /// <exception cref="ArgumentException">A value is null, empty, or would change the path.</exception>
    public string Expand(string[] arguments)
    {
        var path = _start;
        for (var i = 0; i < _placeholders.Count; i++)
        {
            var (name, following) = _placeholders[i];
            var argument = i < arguments.Length
                ? arguments[i]
                : throw new ArgumentException($"{_operation}: no value for {{{name}}} of {_operation.Path}.", name);
            // An empty ID or a dot would change the path, for example to that of the whole list.
            if (string.IsNullOrWhiteSpace(argument) || argument is "." or "..")
                throw new ArgumentException($"{_operation}: '{argument}' is not a valid {name} for {_operation.Path}.", name);
            path = string.Concat(path, Uri.EscapeDataString(argument), following);
        }

        return path;
    }
}
