using System.Net;

namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>An Intercom that knows some versions, and has one for requests that name none.</summary>
internal sealed class WorkspaceServer
{
    public const string NotKnown = """{"type":"error.list","request_id":"b-1","errors":[{"code":"intercom_version_invalid","message":"The requested version could not be found"}]}""";

    private readonly string? _standard;

    public WorkspaceServer(string? standard, params string[] known)
    {
        _standard = standard;
        Known = known;
        Stub = new StubServer(async (request, cancellationToken) =>
        {
            if (Gate is { } gate)
                await gate.Task.WaitAsync(cancellationToken);
            var version = request.Header("Intercom-Version");
            if (Instead?.Invoke(version) is { } other)
                return other;
            return version is null ? Answer(_standard) : known.Contains(version, StringComparer.OrdinalIgnoreCase) ? Answer(version) : StubServer.Json(NotKnown, 400);
        });
    }

    public StubServer Stub { get; }

    public IReadOnlyList<string> Known { get; }

    public string Region { get; set; } = "US";

    /// <summary>Makes another answer for a version; null for the usual one.</summary>
    public Func<string?, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>Holds every answer back until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>The versions that were asked for; null where none was.</summary>
    public IEnumerable<string?> Asked => Stub.Requests.Select(request => request.Header("Intercom-Version"));

    public HttpResponseMessage Answer(string? version) => Answer(version, $$$"""{"type":"admin","id":"1","app":{"type":"app","region":"{{{Region}}}"}}""");

    public static HttpResponseMessage Answer(string? version, string body) => version is null
        ? StubServer.Json(body)
        : StubServer.Answer(200, body, "application/json", ("Intercom-Version", version), ("X-Request-Id", $"r-{version}"));

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
