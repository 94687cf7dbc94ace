using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.State;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// An Intercom in memory. It checks every request against the OpenAPI description of one API version and answers it: contacts,
/// companies, conversations, tags and notes are remembered, everything else gets a sample of what the description declares.
/// </summary>
/// <remarks>
/// <para>
/// The fake is stricter than Intercom in three points, so that a test finds what production would hide: the
/// <c>Intercom-Version</c> header must be there and be <see cref="Version"/>, unknown query parameters are refused, and bodies
/// must fit their schema. <see cref="FakeIntercomOptions"/> takes the strictness back.
/// </para>
/// <para>Two fakes that get the same requests in the same order give the same bytes. All members may be used from any thread.</para>
/// </remarks>
public sealed partial class FakeIntercom : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly FakeIntercomOptions _options;
    private readonly ApiDescription _description;
    private readonly FakeClock _clock;
    private readonly RateLimiter _rateLimiter;
    private readonly RequestIds _requestIds = new();
    private readonly ScriptedAnswers _scripts = new();
    private readonly List<FakeRequest> _requests = [];
    private readonly Dictionary<string, IReadOnlyList<JObject>> _items = new(StringComparer.Ordinal);
    private readonly ListAnswer _lists;
    private readonly OperationTable _table = new();
    private readonly Workspace _workspace;
    private readonly ContactOperations _contacts;
    private readonly CompanyOperations _companies;
    private readonly ConversationOperations _conversations;
    private readonly TagOperations _tags;
    private readonly NoteOperations _notes;

    /// <summary>Creates an Intercom without any data.</summary>
    /// <param name="version">The API version: one of <see cref="Versions"/>, in any case.</param>
    /// <param name="options">How the fake behaves.</param>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public FakeIntercom(string version, FakeIntercomOptions? options = null)
    {
        _description = ApiDescription.Load(version ?? throw new ArgumentNullException(nameof(version)));
        _options = options ?? new FakeIntercomOptions();
        AccessToken = _options.AccessToken;
        _clock = new FakeClock(_options.Clock);
        _rateLimiter = new RateLimiter(_options.RateLimit);
        _lists = new ListAnswer(new ScrollSessions(_clock));

        _workspace = new Workspace(_description, _clock);
        _contacts = new ContactOperations(_workspace);
        _companies = new CompanyOperations(_workspace, _contacts);
        _conversations = new ConversationOperations(_workspace);
        _tags = new TagOperations(_workspace, _contacts, _companies);
        _notes = new NoteOperations(_workspace, _contacts);
        _contacts.Register(_table);
        _companies.Register(_table);
        _conversations.Register(_table);
        _tags.Register(_table);
        _notes.Register(_table);
    }

    /// <summary>The API versions that the fake knows, such as <c>2.14</c>: the oldest first, and <c>Preview</c> last.</summary>
    public static IReadOnlyList<string> Versions => ApiDescription.Versions;

    /// <summary>The API version as the <c>Intercom-Version</c> header has it.</summary>
    public string Version => _description.Version;

    /// <summary>The bearer token that is let in.</summary>
    public string AccessToken { get; }

    /// <summary>Every request so far, in the order in which they came.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The operations of the version, such as <c>GET /contacts/{contact_id}</c>.</summary>
    public IReadOnlyList<string> Operations => [.. _description.Operations.Select(operation => operation.Key)];

    /// <summary>
    /// An answer with an <c>error.list</c> body, for <see cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})"/>.
    /// </summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Intercom's code, such as <c>rate_limit_exceeded</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="field">The field that the error is about.</param>
    /// <param name="requestId">The request id, in body and header.</param>
    public static HttpResponseMessage Error(
        HttpStatusCode status, string code, string message, string? field = null, string requestId = "000fake0000000000000")
    {
        var answer = new HttpResponseMessage(status)
        {
            Content = new StringContent(new Rejection((int)status, code, message, field).ToJson(requestId).ToString(Formatting.None),
                Encoding.UTF8, "application/json"),
        };
        answer.Headers.Add("X-Request-Id", requestId);
        return answer;
    }

    /// <summary>A client for this fake at https://api.intercom.io/. Disposing it leaves the fake as it is.</summary>
    public HttpClient CreateClient() => new(this, disposeHandler: false) { BaseAddress = new Uri("https://api.intercom.io/") };

    /// <summary>A copy of the description that requests are checked against, our corrections included.</summary>
    public JObject GetDescription() => (JObject)_description.Document.DeepClone();

    /// <summary>Moves the fake's own clock, for example past a rate limit window or the end of a scroll.</summary>
    /// <exception cref="InvalidOperationException">The fake was given a clock.</exception>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
            _clock.Advance(time);
    }

    /// <summary>
    /// Answers matching requests from here on by <paramref name="answer"/>. Nothing is checked, counted or added: what it returns
    /// is what the client gets, and what it throws is what the client sees fail. Of several that match the latest counts.
    /// </summary>
    /// <param name="method">The method, or <c>*</c> for all of them.</param>
    /// <param name="path">A path, a template (the names in braces do not matter), or <c>*</c> for all paths.</param>
    /// <param name="answer">Makes a new message for each request.</param>
    public FakeIntercom Respond(string method, string path, Func<FakeRequest, HttpResponseMessage> answer) =>
        Add(method, path, false, Completed(answer));

    /// <inheritdoc cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom Respond(string method, string path, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer) =>
        Add(method, path, false, answer);

    /// <summary>
    /// Like <see cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})"/>, but for one request only. Several for
    /// the same requests are used up in order, and before all others.
    /// </summary>
    /// <inheritdoc cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom RespondOnce(string method, string path, Func<FakeRequest, HttpResponseMessage> answer) =>
        Add(method, path, true, Completed(answer));

    /// <inheritdoc cref="RespondOnce(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom RespondOnce(string method, string path, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer) =>
        Add(method, path, true, answer);

    /// <summary>Gives a list or search operation its items. They are paged in the operation's own style and not checked.</summary>
    /// <param name="operation">The operation, such as <c>GET /tags</c> or <c>GET /contacts/{contact_id}/segments</c>.</param>
    /// <param name="items">The items in the order in which they are listed.</param>
    /// <exception cref="ArgumentException">There is no such operation, or it answers no list.</exception>
    public FakeIntercom SetItems(string operation, IEnumerable<JObject> items)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(items);
        var found = _description.Router.FindByKey(operation)
            ?? throw new ArgumentException($"{Version} has no operation '{operation}'.", nameof(operation));
        if (_description.ListShapeOf(found) is null)
            throw new ArgumentException($"'{found.Key}' answers no list.", nameof(operation));
        lock (_lock)
            _items[found.Shape] = [.. items.Select(item => (JObject)item.DeepClone())];
        return this;
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
#if NET
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        var answer = Receive(request, body, out var seen, out var script);
        if (script is null)
            return answer!;

        // Outside the lock: the script may take its time, or look at the fake.
        var scripted = await script(seen, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The answer laid down for '{seen}' gave none.");
        scripted.RequestMessage ??= request;
        return scripted;
    }

#if NET
    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private static Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Completed(Func<FakeRequest, HttpResponseMessage> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (request, _) => Task.FromResult(answer(request));
    }

    private static Dictionary<string, string> ReadHeaders(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> content = request.Content is { } sent ? sent.Headers : [];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers.Concat(content))
            headers[header.Key] = string.Join(", ", header.Value);
        return headers;
    }

    private FakeIntercom Add(string method, string path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_lock)
            _scripts.Add(method, path, once, answer);
        return this;
    }

    private HttpResponseMessage? Receive(HttpRequestMessage request, byte[] body, out FakeRequest seen,
        out Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? script)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var path = PathTemplate.Split(uri.AbsolutePath).Select(Uri.UnescapeDataString).ToList();
        seen = new FakeRequest(request.Method.Method.ToUpperInvariant(), uri, ReadHeaders(request), body, request.Content is not null);
        lock (_lock)
        {
            var operation = _description.Router.Find(seen.Method, path);
            seen.Operation = operation?.Key;
            _requests.Add(seen);
            script = _scripts.Take(seen.Method, path, operation);
            if (script is not null)
                return null;

            var requestId = _requestIds.Next();
            var known = HasToken(request.Headers.Authorization);
            Answer answer;
            try
            {
                answer = Handle(seen, path, operation, known);
            }
            catch (Rejection rejection)
            {
                answer = new Answer(rejection.Status, rejection.ToJson(requestId));
            }

            var message = answer.ToMessage(request);
            AddHeaders(message, requestId, known);
            return message;
        }
    }

    private Answer Handle(FakeRequest request, IReadOnlyList<string> path, Operation? operation, bool known)
    {
        if (!known)
            throw new Rejection(401, "unauthorized", "Access Token Invalid");
        if (!_rateLimiter.TryTake(_clock.Now))
        {
            throw new Rejection(429, "rate_limit_exceeded",
                $"Exceeded rate limit of {_rateLimiter.Limit.ToString(CultureInfo.InvariantCulture)} in 10_seconds");
        }

        CheckVersion(request);
        if (operation is null)
            throw NoOperation(request, path);

        var body = RequestBodies.Read(operation, request);
        request.UndeclaredProperties = RequestBodies.Undeclared(_description.Graph, operation, body);
        if (_options.ValidateRequests)
        {
            RequestParameters.Check(_description, operation, request);
            RequestBodies.Check(_description, operation, request, body);
        }

        return Answer(new Call(_description, operation, request, path, body));
    }

    private Answer Answer(Call call)
    {
        var shape = _description.ListShapeOf(call.Operation);
        if (shape is not null && _items.TryGetValue(call.Operation.Shape, out var given))
            return _lists.Create(call, shape, given);

        _workspace.CheckOwner(call);
        if (_table.TryAnswer(call) is { } answer)
            return answer;
        if (shape is not null && _table.TryList(call) is { } items)
            return _lists.Create(call, shape, items);
        if (shape?.IsList(_description.Graph) != true)
            return SampleAnswers.Create(call);

        // A list of which nothing is remembered has the one item that a sample has.
        JToken? sample = call.Sample();
        foreach (var name in shape.Items)
            sample = sample?[name];
        return _lists.Create(call, shape, [.. sample?.OfType<JObject>() ?? []]);
    }

    private bool HasToken(AuthenticationHeaderValue? authorization) =>
        authorization is not null && string.Equals(authorization.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
        && string.Equals(authorization.Parameter, AccessToken, StringComparison.Ordinal);

    private void CheckVersion(FakeRequest request)
    {
        var sent = request.Header("Intercom-Version");
        if (string.IsNullOrEmpty(sent))
        {
            if (_options.RequireVersion)
                throw new Rejection(400, "intercom_version_invalid", "The header Intercom-Version is missing");
            return;
        }

        if (!string.Equals(sent, Version, StringComparison.OrdinalIgnoreCase))
            throw new Rejection(400, "intercom_version_invalid", "The requested version could not be found");
    }

    private Rejection NoOperation(FakeRequest request, IReadOnlyList<string> path)
    {
        var methods = _description.Router.MethodsOf(path);
        return new Rejection(404, "not_found", methods.Count == 0
            ? "The requested resource could not be found"
            : $"The requested resource could not be found: {request.Path} has {string.Join(", ", methods)}, but not {request.Method}");
    }

    /// <summary>Intercom tells only callers that it knows about their limit.</summary>
    private void AddHeaders(HttpResponseMessage message, string requestId, bool known)
    {
        message.Headers.Add("X-Request-Id", requestId);
        message.Headers.Add("Intercom-Version", Version);
        if (!known)
            return;
        message.Headers.Add("X-RateLimit-Limit", _rateLimiter.Limit.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("X-RateLimit-Remaining", _rateLimiter.Remaining.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("X-RateLimit-Reset", _rateLimiter.ResetsAt.ToString(CultureInfo.InvariantCulture));
    }
}
