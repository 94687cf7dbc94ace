using System.Net;

namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>A fake Intercom with some versions and a default version.</summary>
internal sealed class WorkspaceServer
{
    public const string UnknownVersion = """{"type":"error.list","request_id":"b-1","errors":[{"code":"intercom_version_invalid","message":"The requested version could not be found"}]}""";

    private readonly string? _default;

    public WorkspaceServer(string? standard, params string[] known)
    {
        _default = standard;
        Known = known;
        Stub = new StubServer(async (request, cancellationToken) =>
        {
            if (Gate is { } gate)
                await gate.Task.WaitAsync(cancellationToken);
            var version = request.Header("Intercom-Version");
            if (Override?.Invoke(version) is { } other)
                return other;
            return version is null ? Respond(_default) : known.Contains(version, StringComparer.OrdinalIgnoreCase) ? Respond(version) : StubServer.Json(UnknownVersion, 400);
        });
    }

    public StubServer Stub { get; }

    public IReadOnlyList<string> Known { get; }

    public string Region { get; set; } = "US";

    /// <summary>Creates a different response for a version, or returns null for the usual response.</summary>
    public Func<string?, HttpResponseMessage?>? Override { get; set; }

    /// <summary>Delays every response until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>The requested versions. Null for requests without a version.</summary>
    public IEnumerable<string?> RequestedVersions => Stub.Requests.Select(request => request.Header("Intercom-Version"));

    public HttpResponseMessage Respond(string? version) => Respond(version, $$$"""{"type":"admin","id":"1","app":{"type":"app","region":"{{{Region}}}"}}""");

    public static HttpResponseMessage Respond(string? version, string body) => version is null
        ? StubServer.Json(body)
        : StubServer.Respond(200, body, "application/json", ("Intercom-Version", version), ("X-Request-Id", $"r-{version}"));

    public static HttpResponseMessage Failure(HttpStatusCode status, string code) =>
        StubServer.Json($$"""{"type":"error.list","errors":[{"code":"{{code}}","message":"m"}]}""", (int)status);

    public IntercomVersionNegotiator Negotiator(params ApiVersion[] versions) => new(Options(), Candidates(versions));

    public IntercomClientOptions Options(Action<IntercomClientOptions>? configure = null)
    {
        var options = new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = Stub, Retry = { MaxRetries = 0 } };
        configure?.Invoke(options);
        return options;
    }

    public static VersionCandidate[] Candidates(params ApiVersion[] versions) =>
        [.. versions.Select(version => new VersionCandidate(version, options => new VersionedClient(version, options)))];
}
