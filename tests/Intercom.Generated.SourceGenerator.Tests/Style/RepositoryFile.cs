namespace Intercom.Generated.SourceGenerator.Tests.Style;

/// <summary>A file of the repository that people write and read.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    private static readonly string[] GeneratedFolders = ["bin", "obj", "artifacts", ".git", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly string Root = FindRoot();

    /// <summary>The lines of the file, without their line ends.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.Split('\n');

    /// <summary>Whether a file is one of the C# files that ship or that build what ships.</summary>
    public bool IsProductCode => IsCSharp && !Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Whether a file is C#.</summary>
    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Reads the files with one of these extensions, except for the generated ones.</summary>
    public static IReadOnlyList<RepositoryFile> Read(params string[] extensions) =>
    [
        .. Files(new DirectoryInfo(Root))
            .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
            .Select(file => new RepositoryFile(
                System.IO.Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(child => !GeneratedFolders.Contains(child.Name, StringComparer.Ordinal))
            .SelectMany(Files));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
