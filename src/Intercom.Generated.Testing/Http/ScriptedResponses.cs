using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.Http;

/// <summary>Responses scripted by a test. One-time responses come first, in order. Of the others, the last one added is used.</summary>
internal sealed class ScriptedResponses
{
    private readonly List<Script> _scripts = [];

    public void Add(string method, string path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> respond)
    {
        var pattern = new RequestPattern(method, path);
        ArgumentNullException.ThrowIfNull(respond);
        _scripts.Add(new Script(pattern, once, respond));
    }

    public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? Take(
        string method, IReadOnlyList<string> path, Operation? operation)
    {
        var script = _scripts.Find(candidate => candidate.Once && candidate.Pattern.Matches(method, path, operation))
            ?? _scripts.FindLast(candidate => candidate.Pattern.Matches(method, path, operation));
        if (script?.Once == true)
            _scripts.Remove(script);
        return script?.Respond;
    }

    private sealed class Script(
        RequestPattern pattern, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> respond)
    {
        public RequestPattern Pattern { get; } = pattern;

        public bool Once { get; } = once;

        public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Respond { get; } = respond;
    }
}
