using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The published versions, as they are in openapi/.</summary>
internal static class Published
{
    private static readonly string Root = FindRoot();

    /// <summary>The folders of the versions, such as <c>2.14</c>.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        .. Directory.GetDirectories(Root)
            .Where(folder => System.IO.File.Exists(Path.Combine(folder, "description.json")))
            .Select(folder => Path.GetFileName(folder)!)
            .OrderBy(folder => folder, StringComparer.Ordinal),
    ];

    /// <summary>The model of each version, by folder.</summary>
    public static IReadOnlyDictionary<string, Lazy<ApiModel>> Models { get; } =
        Folders.ToDictionary(folder => folder, folder => new Lazy<ApiModel>(() => ApiModelReader.Read(Files(folder))));

    /// <summary>The path of a file in openapi/.</summary>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static DescriptionFiles Files(string folder) =>
        new(Text(folder, "description.json")!, Text(folder, Corrections.OwnFileName), Text("names.json"), Text("docs.json"))
        {
            SharedOverlay = Text(Corrections.SharedFileName),
        };

    private static string? Text(params string[] path) => System.IO.File.Exists(File(path)) ? System.IO.File.ReadAllText(File(path)) : null;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "openapi", "names.json")))
                return Path.Combine(folder.FullName, "openapi");
        }

        throw new DirectoryNotFoundException("The folder openapi/ is not above the test assembly.");
    }
}
