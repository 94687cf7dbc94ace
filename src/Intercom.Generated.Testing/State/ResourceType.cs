using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>A type of resource whose operations follow the same pattern.</summary>
/// <param name="name">The name, such as <c>article</c>.</param>
/// <param name="path">The path of the list, such as <c>/articles</c>.</param>
/// <param name="code">The error code of an unknown ID.</param>
/// <param name="message">The error message of an unknown ID.</param>
internal sealed class ResourceType(string name, string path, string code, string message)
{
    public string Name { get; } = name;

    public string Path { get; } = path;

    public string NotFoundCode { get; } = code;

    public string NotFoundMessage { get; } = message;

    /// <summary>The state of a new resource, unless the request has one.</summary>
    public string? InitialState { get; init; }

    /// <summary>Checks a request before the description is applied.</summary>
    public Action<JObject>? Check { get; init; }

    /// <summary>Whether a list that was requested with parameters contains a resource.</summary>
    public Func<Call, JObject, bool>? IsListed { get; init; }

    /// <summary>Completes a resource after a request created it or updated it. The second argument is the request's body.</summary>
    public Action<JObject, JObject>? Written { get; init; }

    /// <summary>
    /// Raises the notifications of a change. The first argument is null for a new resource, and the second is null for a deleted one.
    /// </summary>
    public Action<JObject?, JObject?>? Changed { get; init; }
}
