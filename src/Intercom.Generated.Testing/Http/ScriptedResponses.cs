using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.Http;

/// <summary>Responses scripted by a test. One-time responses come first, in order. Of the others, the last one added is used.</summary>
internal sealed class ScriptedResponses
{
    private readonly List<Script> _scripts = [];

    public void Add(string method, string path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> respond)
    {
        if (string.IsNullOrEmpty(method))
            throw new ArgumentException("Specify an HTTP method, or * for all methods.", nameof(method));
        if (string.IsNullOrEmpty(path))
            throw new ArgumentException("Specify a path, a template, or * for all paths.", nameof(path));
        ArgumentNullException.ThrowIfNull(respond);
        _scripts.Add(new Script(method, path == "*" ? null : PathSegments.Split(path), once, respond));
    }

    public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? Take(
        string method, IReadOnlyList<string> path, Operation? operation)
    {
        var script = _scripts.Find(candidate => candidate.Once && candidate.Matches(method, path, operation))
            ?? _scripts.FindLast(candidate => candidate.Matches(method, path, operation));
        if (script?.Once == true)
            _scripts.Remove(script);
        return script?.Respond;
    }

    private sealed class Script(
        string method, string[]? path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> respond)
    {
        public bool Once { get; } = once;

        public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Respond { get; } = respond;

        public bool Matches(string requestMethod, IReadOnlyList<string> requestPath, Operation? operation)
        {
            if (method != "*" && !string.Equals(method, requestMethod, StringComparison.OrdinalIgnoreCase))
                return false;
            if (path is null)
                return true;
            if (!PathSegments.Match(path, requestPath))
                return false;

            // Placeholders match only IDs, so a script for /contacts/{id} does not match /contacts/search.
            return operation is null || !path.Where((segment, index) =>
                PathSegments.IsPlaceholder(segment) && !PathSegments.IsPlaceholder(operation.Segments[index])).Any();
        }
    }
}
