namespace Intercom.Generated.Tests;

/// <summary>
/// Files next to the repository that are too large to commit or not ours to publish: descriptions and recorded responses.
/// </summary>
internal static class SharedFiles
{
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln")))
                continue;
            var shared = Path.Combine(folder.Parent!.FullName, "shared", name);
            return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }

    public static string Required(string name)
    {
        var folder = Folder(name);
        if (folder is null)
            Assert.Ignore($"The folder ../shared/{name} does not exist next to the repository.");
        return folder!;
    }
}
