using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.Maintenance.Published;

namespace Intercom.Generated.Maintenance.Projects;

/// <summary>Adds projects to the solution without changing the rest of its text.</summary>
internal static class SolutionFile
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    /// <summary>Adds a project to a solution folder unless the solution already has it.</summary>
    /// <param name="text">The text of the solution.</param>
    /// <param name="fileName">The file name of the solution, for problems.</param>
    /// <param name="folder">The solution folder.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="path">The path of the project, relative to the solution, with backslashes.</param>
    /// <exception cref="DescriptionException">The text is not a solution with that folder.</exception>
    public static string WithProject(string text, string fileName, string folder, string name, string path)
    {
        if (text.Contains($"\"{path}\"", StringComparison.OrdinalIgnoreCase))
            return text;

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split(newLine).ToList();
        var folderId = lines.Find(
            line =>
                line.StartsWith("Project(", StringComparison.Ordinal)
                    && line.Contains($"= \"{folder}\", \"{folder}\",", StringComparison.Ordinal))
            is { } entry ? Id(entry) : throw Problem($"The solution folder '{folder}' is missing.");
        var id = NewId(path);
        var neighbor = lines.FindLast(line => line.StartsWith($"Project(\"{CSharp}\")", StringComparison.Ordinal))
            ?? throw Problem("The solution has no C# project.");

        Insert("Global", [$"Project(\"{CSharp}\") = \"{name}\", \"{path}\", \"{id}\"", "EndProject"]);
        Insert(
            EndOf("ProjectConfigurationPlatforms"),
            [.. lines.Where(line => line.StartsWith($"\t\t{Id(neighbor)}.", StringComparison.Ordinal))
                .Select(line => line.Replace(Id(neighbor), id, StringComparison.Ordinal))]);
        Insert(EndOf("NestedProjects"), [$"\t\t{id} = {folderId}"]);
        return string.Join(newLine, lines);

        void Insert(object before, IReadOnlyList<string> added) =>
            lines.InsertRange(
                before is int position
                    ? position
                    : lines.IndexOf((string)before) is var found and >= 0 ? found
                    : throw Problem($"The line '{before}' is missing."),
                added);

        int EndOf(string section)
        {
            var start = lines.FindIndex(line => line.Contains($"GlobalSection({section})", StringComparison.Ordinal));
            return start < 0
                ? throw Problem($"The section {section} is missing.")
                : lines.FindIndex(start, line => line.Trim() == "EndGlobalSection");
        }

        DescriptionException Problem(string message) =>
            new(new FileProblem(
                fileName,
                "#",
                $"The project cannot be added: {message}",
                $"Add {path} with 'dotnet sln add', then run the command again."));
    }

    private static string Id(string line) => line[line.LastIndexOf('{')..(line.LastIndexOf('}') + 1)];

    // The same project gets the same ID on every machine.
    private static string NewId(string path) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();
}
