using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Testing.Faults;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.OAuth;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.State;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// An in-memory fake of the Intercom API. It checks every request against the OpenAPI description of one API version. It stores
/// contacts, companies, conversations, and other resources, runs jobs, sends webhook notifications, and acts as the authorization server of
/// OAuth. It responds to all other operations with a sample of the declared response. See <see cref="StatefulOperations"/>.
/// </summary>
/// <remarks>
/// <para>
/// The fake is stricter than Intercom, so that tests catch mistakes that production would hide: it requires the
/// <c>Intercom-Version</c> header to be <see cref="Version"/>, rejects unknown query parameters, and requires request bodies to match
/// their schema. Use <see cref="FakeIntercomOptions"/> to relax these checks.
/// </para>
/// <para>
/// Two fakes that receive the same requests in the same order return identical bytes. All members are thread-safe.
/// </para>
/// </remarks>
public sealed partial class FakeIntercom : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly FakeIntercomOptions _options;
    private readonly AuthorizationServer _oauth;
    private readonly ApiDescription _description;
    private readonly FakeClock _clock;
    private readonly RateLimitCounter _rateLimit;
    private readonly RequestIds _requestIds = new();
    private readonly ScriptedResponses _scripts = new();
    private readonly Queue<FakeRequest> _requests = [];
    private readonly Dictionary<string, IReadOnlyList<JObject>> _items = new(StringComparer.Ordinal);
    private readonly ListResponses _lists;
    private readonly OperationTable _table = new();
    private readonly Workspace _workspace;
    private readonly WorkspaceState _state;

    /// <summary>Creates a fake without any data.</summary>
    /// <param name="version">The API version: one of <see cref="Versions"/>. Case is ignored.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The version is unknown, or an option is invalid.</exception>
    public FakeIntercom(string version, FakeIntercomOptions? options = null)
    {
        _description = ApiDescription.Load(version ?? throw new ArgumentNullException(nameof(version)));
        _options = options ?? new FakeIntercomOptions();
        if (_options.RequestLimit < 0)
            throw new ArgumentException("FakeIntercomOptions.RequestLimit is negative. Set it to 0 or more.", nameof(options));
        Faults = _options.SharedFaults ?? new FakeFaults();
        AccessToken = _options.AccessToken;
        ClientSecret = string.IsNullOrWhiteSpace(_options.ClientSecret)
            ? throw new ArgumentException("FakeIntercomOptions.ClientSecret is empty. Set it to any text.", nameof(options))
            : _options.ClientSecret;
        _oauth = new AuthorizationServer(_options);
        _clock = new FakeClock(_options.TimeProvider);
        _rateLimit = new RateLimitCounter(_options.RateLimit);
        _lists = new ListResponses(new ScrollSessions(_clock));

        _workspace = new Workspace(_description, _clock, _options.TimeZone);
        Webhooks = new FakeWebhooks(_clock, _workspace.Notifications, ClientSecret, CompleteJobs);
        _state = new WorkspaceState(_workspace, _options.JobDuration, _oauth.Region);
        _state.Register(_table);
    }

    /// <summary>The supported API versions, such as <c>2.16</c>, from the oldest to the newest, followed by <c>Preview</c>.</summary>
    public static IReadOnlyList<string> Versions => ApiDescription.Versions;

    /// <summary>The API version, in the form that the <c>Intercom-Version</c> header uses.</summary>
    public string Version => _description.Version;

    /// <summary>The bearer token that the fake accepts.</summary>
    public string AccessToken { get; }

    /// <summary>Whether the app is installed. <c>POST /auth/uninstall</c> uninstalls it, and a token exchange installs it again.</summary>
    public bool IsInstalled
    {
        get
        {
            lock (_lock)
                return _oauth.IsInstalled;
        }
    }

    /// <summary>The client secret of the app, for OAuth and the signatures of notifications.</summary>
    public string ClientSecret { get; }

    /// <summary>Sends webhook notifications for the changes in this fake.</summary>
    public FakeWebhooks Webhooks { get; }

    /// <summary>Faults between your code and this fake, such as a delay, a closed connection, or broken JSON.</summary>
    public FakeFaults Faults { get; }

    /// <summary>
    /// The requests received so far, in order. <see cref="FakeIntercomOptions.RequestLimit"/> limits their number.
    /// </summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Gets the requests that called an operation so far, in order.</summary>
    /// <param name="operation">The operation, such as <c>GET /contacts/{id}</c>. The names in braces are ignored.</param>
    /// <exception cref="ArgumentException">The operation does not exist.</exception>
    public IReadOnlyList<FakeRequest> GetRequests(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var key = FindOperation(operation).Key;
        lock (_lock)
            return [.. _requests.Where(request => request.Operation == key)];
    }

    /// <summary>The operations of this API version, such as <c>GET /contacts/{contact_id}</c>.</summary>
    public IReadOnlyList<string> Operations => [.. _description.Operations.Select(operation => operation.Key)];

    /// <summary>
    /// Creates an error response with an <c>error.list</c> body, for use with
    /// <see cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})"/>.
    /// </summary>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="code">Intercom's error code, such as <c>rate_limit_exceeded</c>.</param>
    /// <param name="message">The error message.</param>
    /// <param name="field">The field that caused the error.</param>
    /// <param name="requestId">The request ID, which appears in both the body and the <c>X-Request-Id</c> header.</param>
    public static HttpResponseMessage Error(
        HttpStatusCode status, string code, string message, string? field = null, string requestId = "000fake0000000000000")
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(new Rejection((int)status, code, message, field).ToJson(requestId).ToString(Formatting.None),
                Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("X-Request-Id", requestId);
        return response;
    }

    /// <summary>Creates a client for this fake at https://api.intercom.io/. Disposing the client does not dispose the fake.</summary>
    public HttpClient CreateClient() => new(this, disposeHandler: false) { BaseAddress = new Uri("https://api.intercom.io/") };

    /// <summary>Gets a copy of the description that requests are checked against, with this project's corrections applied.</summary>
    public JObject GetDescription() => (JObject)_description.Document.DeepClone();

    /// <summary>
    /// Does what a teammate does in a browser: opens the authorization page of the app, and allows or denies access. An HTTP client can
    /// also request the page, which then allows access.
    /// </summary>
    /// <param name="page">The address of the page, with <c>client_id</c> and <c>state</c>.</param>
    /// <param name="allow">Whether the teammate allows access.</param>
    /// <returns>The address that the browser is redirected to, with the code and the state. Codes end with <c>==</c>.</returns>
    /// <exception cref="ArgumentException">Intercom would reject the parameters of the page.</exception>
    public Uri Authorize(Uri page, bool allow = true)
    {
        ArgumentNullException.ThrowIfNull(page);
        try
        {
            lock (_lock)
                return _oauth.Authorize(FakeRequest.ParseQuery(page.Query), allow);
        }
        catch (Rejection e)
        {
            throw new ArgumentException($"The authorization page rejects its parameters: {e.Message}.", nameof(page), e);
        }
    }

    /// <summary>Advances the fake's own clock, for example past a rate limit window or the lifetime of a scroll.</summary>
    /// <exception cref="InvalidOperationException"><see cref="FakeIntercomOptions.TimeProvider"/> is set.</exception>
    public void Advance(TimeSpan time)
    {
        // Not in the lock, because a timer that becomes due can run code that waits for it.
        _clock.Advance(time);
    }

    /// <summary>
    /// Replaces the response to matching requests from now on. The fake neither validates these requests nor counts them against the
    /// rate limit, and it adds nothing to the response. An exception thrown by <paramref name="response"/> reaches the client. If
    /// several scripted responses match, the one added last is used.
    /// </summary>
    /// <param name="method">The HTTP method, or <c>*</c> for all methods.</param>
    /// <param name="path">A path, a template (the names in braces are ignored), or <c>*</c> for all paths.</param>
    /// <param name="response">Creates a new message for each request.</param>
    public FakeIntercom Respond(string method, string path, Func<FakeRequest, HttpResponseMessage> response) =>
        AddScript(method, path, false, Completed(response));

    /// <inheritdoc cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom Respond(string method, string path, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> response) =>
        AddScript(method, path, false, response);

    /// <summary>
    /// Replaces the response to the next matching request only. Several such responses for the same request are used in the order in
    /// which they were added, before any added by
    /// <see cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})"/>.
    /// </summary>
    /// <inheritdoc cref="Respond(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom RespondOnce(string method, string path, Func<FakeRequest, HttpResponseMessage> response) =>
        AddScript(method, path, true, Completed(response));

    /// <inheritdoc cref="RespondOnce(string, string, Func{FakeRequest, HttpResponseMessage})" />
    public FakeIntercom RespondOnce(
        string method, string path, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> response) =>
        AddScript(method, path, true, response);

    /// <summary>
    /// Sets the items of a list or search operation. The fake pages them as the operation does and does not validate them.
    /// </summary>
    /// <param name="operation">The operation, such as <c>GET /tags</c> or <c>GET /contacts/{contact_id}/segments</c>.</param>
    /// <param name="items">The items, in list order.</param>
    /// <exception cref="ArgumentException">The operation does not exist or does not return a list.</exception>
    public FakeIntercom SetItems(string operation, IEnumerable<JObject> items)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(items);
        var found = FindOperation(operation);
        if (_description.ListShapeOf(found) is null)
            throw new ArgumentException($"'{found.Key}' does not return a list.", nameof(operation));
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
        var received = Receive(request, body, out var fault);
        var response = fault is null
            ? await RespondAsync(received, cancellationToken).ConfigureAwait(false)
            : await InjectAsync(fault, received, cancellationToken).ConfigureAwait(false);
        received.Seen.Status = response.StatusCode;
        response.RequestMessage ??= request;
        return response;
    }

#if NET
    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private static Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Completed(
        Func<FakeRequest, HttpResponseMessage> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return (request, _) => Task.FromResult(response(request));
    }

    private static Dictionary<string, string> ReadHeaders(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> content = request.Content is { } sent ? sent.Headers : [];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers.Concat(content))
            headers[header.Key] = string.Join(", ", header.Value);
        return headers;
    }

    private FakeIntercom AddScript(
        string method, string path, bool once, Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> response)
    {
        lock (_lock)
            _scripts.Add(method, path, once, response);
        return this;
    }

    /// <summary>Adds a request to the list, and handles it at once unless it gets a fault.</summary>
    private ReceivedRequest Receive(HttpRequestMessage request, byte[] body, out FakeFault? fault)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var path = SegmentsOf(uri);
        var seen = new FakeRequest(request.Method.Method.ToUpperInvariant(), uri, ReadHeaders(request), body, request.Content is not null);
        lock (_lock)
        {
            var operation = _description.Router.Find(seen.Method, path);
            seen.Call(operation, path);
            _requests.Enqueue(seen);
            while (_requests.Count > _options.RequestLimit)
                _requests.Dequeue();
            var received = new ReceivedRequest(request, seen, path, operation);
            fault = Faults.Take(seen, path, operation);
            seen.Fault = fault?.ToString();
            if (fault is null)
                Process(received);
            return received;
        }
    }

    private Task<HttpResponseMessage> InjectAsync(FakeFault fault, ReceivedRequest received, CancellationToken cancellationToken)
    {
        var exchange = new FaultExchange(received.Seen, _clock, Respond, Reject);
        return fault.InjectAsync(exchange, cancellationToken);

        Task<HttpResponseMessage> Respond()
        {
            lock (_lock)
                Process(received);
            return RespondAsync(received, cancellationToken);
        }

        HttpResponseMessage Reject(Rejection rejection)
        {
            lock (_lock)
            {
                var requestId = _requestIds.Next();
                var message = new FakeResponse(rejection.Status, rejection.ToJson(requestId)).ToMessage(received.Request);
                AddHeaders(message, requestId, authorized: true);
                return message;
            }
        }
    }

    private static async Task<HttpResponseMessage> RespondAsync(ReceivedRequest received, CancellationToken cancellationToken)
    {
        if (received.Script is not { } script)
            return received.Response!;

        // Run the script outside the lock, because it may take a while or read the fake's state.
        return await script(received.Seen, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The scripted response for '{received.Seen}' returned null.");
    }

    /// <summary>Finds the scripted response, or creates the response of Intercom. The caller holds the lock.</summary>
    private void Process(ReceivedRequest received)
    {
        received.Script = _scripts.Take(received.Seen.Method, received.Path, received.Operation);
        if (received.Script is not null)
            return;

        _clock.AdvanceTo(_rateLimit.BlockedUntil);
        var requestId = _requestIds.Next();
        var authorized = HasToken(received.Request.Headers.Authorization) && _oauth.IsInstalled && _oauth.IsInRegion(received.Seen.Uri);
        FakeResponse response;
        try
        {
            response = Handle(received.Seen, received.Path, received.Operation, authorized);
        }
        catch (Rejection rejection)
        {
            response = new FakeResponse(rejection.Status, rejection.ToJson(requestId)) { Link = rejection.Link };
        }

        received.Response = response.ToMessage(received.Request);
        AddHeaders(received.Response, requestId, authorized);
    }

    private FakeResponse Handle(FakeRequest request, IReadOnlyList<string> path, Operation? operation, bool authorized)
    {
        if ((CallRecordings.TryRespond(request) ?? _oauth.TryRespond(request, authorized)) is { } response)
            return response;
        if (!authorized)
            throw new Rejection(401, "unauthorized", "Access Token Invalid");
        if (!_rateLimit.TryTake(_clock.Now))
        {
            throw new Rejection(429, "rate_limit_exceeded",
                $"Exceeded rate limit of {_rateLimit.Limit.ToString(CultureInfo.InvariantCulture)} in 10_seconds");
        }

        CheckVersion(request);
        if (operation is null)
            throw NoOperation(request, path);

        _state.Denials.Check(operation);
        var body = RequestBodies.Read(operation, request);
        _table.Check(operation, request, body as JObject ?? []);
        request.UndeclaredProperties = RequestBodies.Undeclared(_description.Graph, operation, body);
        if (_options.ValidateRequests)
        {
            RequestParameters.Check(_description, operation, request);
            RequestBodies.Check(_description, operation, request, body);
        }

        var call = new Call(_description, operation, request, path, body);
        return request.Method == "GET" || _options.Observer is not { } observer ? CreateResponse(call) : Observe(observer, call);
    }

    private FakeResponse Observe(IChangeObserver observer, Call call)
    {
        observer.Starting(call.Request);
        try
        {
            return CreateResponse(call);
        }
        finally
        {
            observer.Finished(call.Request);
        }
    }

    private void CompleteJobs()
    {
        lock (_lock)
            _state.CompleteDue();
    }

    private FakeResponse CreateResponse(Call call)
    {
        var shape = _description.ListShapeOf(call.Operation);
        if (shape is not null && _items.TryGetValue(call.Operation.Shape, out var given))
            return _lists.Create(call, shape, given);

        if (_table.TryRespond(call) is { } response)
            return response;
        if (shape is not null && _table.TryList(call) is { } items)
            return _lists.Create(call, shape, items);
        if (shape?.IsList(_description.Graph) != true)
            return SampleResponses.Create(call);

        // A list that the fake does not store contains one sample item.
        JToken? sample = call.Sample();
        foreach (var name in shape.Items)
            sample = sample?[name];
        return _lists.Create(call, shape, [.. sample?.OfType<JObject>() ?? []]);
    }

    private static List<string> SegmentsOf(Uri uri) => [.. PathSegments.Split(uri.AbsolutePath).Select(Uri.UnescapeDataString)];

    private Operation FindOperation(string key) => _description.Router.FindByKey(key)
        ?? throw new ArgumentException($"{Version} has no operation '{key}'. See FakeIntercom.Operations.", nameof(key));

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

    /// <summary>Like Intercom, sends rate limit headers only in response to authorized requests.</summary>
    private void AddHeaders(HttpResponseMessage message, string requestId, bool authorized)
    {
        message.Headers.Add("X-Request-Id", requestId);
        message.Headers.Add("Intercom-Version", Version);
        if (!authorized)
            return;
        message.Headers.Add("X-RateLimit-Limit", _rateLimit.Limit.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("X-RateLimit-Remaining", _rateLimit.Remaining.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("X-RateLimit-Reset", _rateLimit.ResetsAt.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A request on its way to the response.</summary>
    private sealed class ReceivedRequest(HttpRequestMessage request, FakeRequest seen, IReadOnlyList<string> path, Operation? operation)
    {
        public HttpRequestMessage Request { get; } = request;

        public FakeRequest Seen { get; } = seen;

        public IReadOnlyList<string> Path { get; } = path;

        public Operation? Operation { get; } = operation;

        /// <summary>The scripted response, or null if there is none.</summary>
        public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? Script { get; set; }

        /// <summary>The response of Intercom, or null if the response is scripted.</summary>
        public HttpResponseMessage? Response { get; set; }
    }
}
