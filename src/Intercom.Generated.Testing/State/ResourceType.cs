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

    /// <summary>The type of the resources that own these, such as <c>help_center</c>. The path then contains the owner's ID.</summary>
    public string? Owner { get; init; }

    /// <summary>The property with the owner's ID. It can be missing from the schema.</summary>
    public string OwnerKey { get; init; } = "";

    /// <summary>The error of an unknown owner. The default is the owner's own error.</summary>
    public (string Code, string Message)? OwnerNotFound { get; init; }

    /// <summary>The property of request bodies that contains the resource, or null if the body itself is the resource.</summary>
    public string? Wrapper { get; init; }

    /// <summary>The schema of a type that the description does not have, because teammates manage it in the app.</summary>
    public JObject? OwnSchema { get; init; }

    /// <summary>Whether the type has only data, and other classes have its operations.</summary>
    public bool IsDataOnly { get; init; }

    /// <summary>The state of a new resource, unless the request has one.</summary>
    public string? InitialState { get; init; }

    /// <summary>Checks the body of a request that creates a resource, before the description is applied.</summary>
    public Action<JObject>? Check { get; init; }

    /// <summary>Checks the body of a request that updates a resource, before the description is applied.</summary>
    public Action<JObject>? CheckUpdate { get; init; }

    /// <summary>Checks whether a resource can be deleted.</summary>
    public Action<JObject>? CheckDelete { get; init; }

    /// <summary>Checks the parameters of a list, before the description is applied.</summary>
    public Action<FakeRequest>? CheckList { get; init; }

    /// <summary>Whether a list that was requested with parameters contains a resource.</summary>
    public Func<Call, JObject, bool>? IsListed { get; init; }

    /// <summary>Completes a resource after a request created it or updated it. The second argument is the request's body.</summary>
    public Action<JObject, JObject>? Written { get; init; }

    /// <summary>
    /// Raises the notifications of a change. The first argument is null for a new resource, and the second is null for a deleted one.
    /// </summary>
    public Action<JObject?, JObject?>? Changed { get; init; }
}
