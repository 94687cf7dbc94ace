using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// Which versions of the Intercom API have which operations, types and members, and what differs from version to version: known without a
/// call, for the versions that this package was made with. It is read when it is first asked for; safe for use by several threads.
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
    /// What differs from each version to the next, oldest first. What a program cannot notice is left out, as are the members of a type that
    /// comes or goes as a whole.
    /// </summary>
    public static IReadOnlyList<CatalogDifference> Differences => Data.Value.Differences;

    /// <summary>Finds an operation by its name.</summary>
    /// <param name="id">The client and the method without the Async suffix, such as <c>Contacts.Get</c>.</param>
    /// <returns>The operation; null when no known version has it.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static CatalogOperation? FindOperation(string id)
    {
        if (id is null)
            throw new ArgumentNullException(nameof(id));
        return Newest(Operations.Where(operation => operation.Id == id));
    }

    /// <summary>Finds an operation by what is sent.</summary>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="path">The path, such as <c>/contacts/123</c>, or a template, such as <c>/contacts/{id}</c>. A query is not looked at.</param>
    /// <returns>
    /// The operation; null when no known version has it. When versions call it differently in C#, the one of the newest version.
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
    /// The type; null when no known version has it. If versions have it as different kinds, such as a union and a model, it has the kind of
    /// the newest version, the versions and members of all of them, and each kind by itself in <see cref="CatalogType.Forms"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static CatalogType? FindType(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return CatalogType.Of([.. Types.Where(type => type.Name == name)]);
    }

    /// <summary>What a program meets that moves from one version to another, step by step over the versions in between.</summary>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version.</param>
    /// <returns>The differences, oldest step first; empty when the versions are the same, or <paramref name="to"/> is the older one.</returns>
    public static IReadOnlyList<CatalogDifference> DifferencesBetween(ApiVersion from, ApiVersion to) =>
        [.. Differences.Where(difference => difference.From >= from && difference.To <= to)];

    private static T? Newest<T>(IEnumerable<T> entries)
        where T : CatalogEntry => entries.OrderByDescending(entry => entry.Versions[entry.Versions.Count - 1]).FirstOrDefault();
}
