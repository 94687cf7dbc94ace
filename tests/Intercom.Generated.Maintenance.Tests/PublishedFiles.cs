namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The published descriptions, if they are next to the repository.</summary>
internal static class PublishedFiles
{
    /// <summary>The current description of a version.</summary>
    public static string Current(string version) => Path.Combine(Folder(), version, "api.intercom.io.yaml");

    /// <summary>The folder of the earlier descriptions, with a folder for each version.</summary>
    public static string History() => Path.Combine(Folder(), "history");

    /// <summary>The earlier descriptions of a version and the current one, from the oldest to the newest.</summary>
    public static IReadOnlyList<string> History(string version) =>
        [.. Directory.GetFiles(Path.Combine(History(), version), "*.yaml").Order(StringComparer.Ordinal), Current(version)];

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!Directory.Exists(Path.Combine(folder.FullName, "openapi")) || folder.Parent is null)
                continue;
            var published = Path.Combine(folder.Parent.FullName, "shared", "openapi");
            if (Directory.Exists(published))
                return published;
        }

        Assert.Ignore("The published descriptions are not beside the repository.");
        return string.Empty;
    }
}
