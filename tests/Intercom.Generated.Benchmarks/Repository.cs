namespace Intercom.Generated.Benchmarks;

/// <summary>The repository in which this program was built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder for temporary results, which is not committed.</summary>
    public static string Artifacts { get; } = Path.Combine(Root, "artifacts/benchmarks");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
