using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>A recorded request and its response. Secrets and personal values are replaced.</summary>
public sealed class RecordedExchange
{
    internal RecordedExchange(RecordedRequest request, RecordedResponse response)
    {
        Request = request;
        Response = response;
    }

    /// <summary>The HTTP method in uppercase, such as <c>GET</c>.</summary>
    public string Method => Request.Method;

    /// <summary>The path and query, such as <c>/contacts?per_page=5</c>.</summary>
    public string Target => Request.Target;

    /// <summary>The value of <c>Intercom-Version</c> in the request, or null if it was missing.</summary>
    public string? Version => Request.Version;

    /// <summary>The status code of the response.</summary>
    public int Status => Response.Status;

    internal RecordedRequest Request { get; }

    internal RecordedResponse Response { get; }

    /// <summary>Gets a copy of the request's JSON, or null if the request had no body or another one.</summary>
    public JToken? GetRequestBody() => Request.Body.Json?.DeepClone();

    /// <summary>Gets a copy of the response's JSON, or null if the response had no body or another one.</summary>
    public JToken? GetResponseBody() => Response.Body.Json?.DeepClone();

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Target}";
}

/// <summary>A recorded request.</summary>
internal sealed record RecordedRequest(string Method, string Target, string? Version, RecordedBody Body);

/// <summary>A recorded response.</summary>
internal sealed record RecordedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, RecordedBody Body);

/// <summary>A recorded body.</summary>
/// <param name="Json">The JSON, or null if there is none.</param>
/// <param name="Omitted">The reason why the body was not recorded, or null if it was.</param>
internal sealed record RecordedBody(JToken? Json, string? Omitted)
{
    public static RecordedBody None { get; } = new(null, null);
}
