using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// Lists the operations, types, and members of each known version of the Intercom API, and the differences between versions. It makes no
/// requests: the catalog is embedded in this package and is read on first use. Thread-safe.
/// </summary>
public static class ApiCatalog
{
    private static readonly Lazy<CatalogData> Data = new(CatalogData.Read);

    /// <summary>The known versions, oldest first. Preview is the newest.</summary>
    public static IReadOnlyList<ApiVersion> Versions => Data.Value.Versions;

    /// <summary>The operations of all versions.</summary>
    public static IReadOnlyList<CatalogOperation> Operations => Data.Value.Operations;

    /// <summary>The generated types of all versions.</summary>
    public static IReadOnlyList<CatalogType> Types => Data.Value.Types;

    /// <summary>
    /// The differences between each version and the next, oldest first. They don't include differences that a program cannot notice, or the
    /// members of a type that is added or removed as a whole.
    /// </summary>
    public static IReadOnlyList<CatalogDifference> Differences => Data.Value.Differences;

    /// <summary>Finds an operation by its name.</summary>
    /// <param name="id">The client and the method without the Async suffix, such as <c>Contacts.Get</c>.</param>
    /// <returns>The operation, or null if no known version has it.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static CatalogOperation? FindOperation(string id)
    {
        if (id is null)
            throw new ArgumentNullException(nameof(id));
        return Newest(Operations.Where(operation => operation.Id == id));
    }

    /// <summary>Finds an operation by its HTTP method and path.</summary>
    /// <param name="method">The HTTP method. Case is ignored.</param>
    /// <param name="path">The path, such as <c>/contacts/123</c>, or a template, such as <c>/contacts/{id}</c>. A query is ignored.</param>
    /// <returns>
    /// The operation, or null if no known version has it. If its C# name differs between versions, the operation of the newest version.
    /// </returns>
    /// <exception cref="ArgumentNullException">The method or the path is null.</exception>
    public static CatalogOperation? FindOperation(string method, string path)
    {
        if (method is null)
            throw new ArgumentNullException(nameof(method));
        var found = KnownOperations.Find(method, path ?? throw new ArgumentNullException(nameof(path)));
        return Newest(Operations.Where(operation => found.Contains(operation.Known)));
    }

    /// <summary>Finds a generated type.</summary>
    /// <param name="name">Its name, such as <c>Contact</c>.</param>
    /// <returns>
    /// The type, or null if no known version has it. If its kind differs between versions, for example a union and a model, the type has
    /// the kind of the newest version, the versions and members of every kind, and each kind separately in <see cref="CatalogType.Forms"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static CatalogType? FindType(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return CatalogType.Of([.. Types.Where(type => type.Name == name)]);
    }

    /// <summary>
    /// Gets the differences that affect a program that moves from one version to another, including the versions in between.
    /// </summary>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version.</param>
    /// <returns>The differences, oldest first. Empty if the versions are the same, or if <paramref name="to"/> is older.</returns>
    public static IReadOnlyList<CatalogDifference> DifferencesBetween(ApiVersion from, ApiVersion to) =>
        [.. Differences.Where(difference => difference.From >= from && difference.To <= to)];

    private static T? Newest<T>(IEnumerable<T> entries)
        where T : CatalogEntry => entries.OrderByDescending(entry => entry.Versions[entry.Versions.Count - 1]).FirstOrDefault();
}
