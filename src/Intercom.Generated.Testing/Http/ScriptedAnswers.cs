using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.Http;

/// <summary>Answers that a test has laid down. Those for one request go first, in order; of the others the latest counts.</summary>
internal sealed class ScriptedAnswers
{
    private readonly List<Script> _scripts = [];

    public void Add(string method, string path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        if (string.IsNullOrEmpty(method))
            throw new ArgumentException("A method is needed, or * for all of them.", nameof(method));
        if (string.IsNullOrEmpty(path))
            throw new ArgumentException("A path or a template is needed, or * for all of them.", nameof(path));
        ArgumentNullException.ThrowIfNull(answer);
        _scripts.Add(new Script(method, path == "*" ? null : PathTemplate.Split(path), once, answer));
    }

    public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? Take(
        string method, IReadOnlyList<string> path, Operation? operation)
    {
        var script = _scripts.Find(candidate => candidate.Once && candidate.Matches(method, path, operation))
            ?? _scripts.FindLast(candidate => candidate.Matches(method, path, operation));
        if (script?.Once == true)
            _scripts.Remove(script);
        return script?.Answer;
    }

    private sealed class Script(
        string method, string[]? path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        public bool Once { get; } = once;

        public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Answer { get; } = answer;

        public bool Matches(string requestMethod, IReadOnlyList<string> requestPath, Operation? operation)
        {
            if (method != "*" && !string.Equals(method, requestMethod, StringComparison.OrdinalIgnoreCase))
                return false;
            if (path is null)
                return true;
            if (!PathTemplate.Fits(path, requestPath))
                return false;

            // A placeholder stands for ids: the script for /contacts/{id} is not for /contacts/search.
            return operation is null || !path.Where((segment, index) =>
                PathTemplate.IsPlaceholder(segment) && !PathTemplate.IsPlaceholder(operation.Segments[index])).Any();
        }
    }
}
