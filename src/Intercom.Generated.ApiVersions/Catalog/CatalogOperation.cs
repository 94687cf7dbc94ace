using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>An operation of the API.</summary>
public sealed class CatalogOperation : CatalogEntry
{
    internal CatalogOperation(KnownOperation known, IReadOnlyList<CatalogDifference> differences)
        : base(known.Versions, differences) => Known = known;

    internal KnownOperation Known { get; }

    /// <summary>The name: the client and the method without the Async suffix, such as <c>Contacts.Get</c>.</summary>
    public string Id => Known.Id;

    /// <summary>The HTTP method.</summary>
    public string Method => Known.Method;

    /// <summary>The path template of the newest version that has the operation, such as <c>/contacts/{contact_id}</c>.</summary>
    public string Path => Known.Path;

    /// <summary>Returns the operation's name.</summary>
    public override string ToString() => Id;
}
