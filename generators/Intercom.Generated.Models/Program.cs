using Intercom.Generated.Descriptions;
using Newtonsoft.Json;

namespace Intercom.Generated.Models;

/// <summary>Writes the document from which NSwag generates the models of a version. The build of this project runs it.</summary>
internal static class Program
{
    /// <summary>Runs the program with the console of the process.</summary>
    public static int Main(string[] args) => Run(args, Console.Error);

    /// <summary>Runs the program.</summary>
    /// <param name="args">The folder of the version in openapi/, and the file to write.</param>
    /// <param name="error">Receives the problems, in the format that MSBuild recognizes.</param>
    /// <returns>0 if the document is written or unchanged, otherwise 2.</returns>
    public static int Run(string[] args, TextWriter error)
    {
        if (args is not [var folder, var output])
        {
            error.WriteLine("Usage: Intercom.Generated.Models FOLDER OUTPUT, for example openapi/2.14 nswag-input.json.");
            return 2;
        }

        try
        {
            return Write(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), output, error) ? 0 : 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{folder}: error : {e.Message}");
            return 2;
        }
    }

    private static bool Write(string folder, string output, TextWriter error)
    {
        var openapi = Path.GetDirectoryName(folder)!;
        var description = Path.Combine(folder, DescriptionProblem.DescriptionFile);
        if (DescriptionFiles.Read(Path.GetFileName(folder), path => ReadIfExists(Path.Combine(openapi, path))) is not { } files)
        {
            error.WriteLine($"{description}: error : The file does not exist.");
            return false;
        }

        var model = ApiModelReader.Read(files);
        var problems = model.Problems.Where(problem => problem.PreventsGeneration).ToList();
        foreach (var problem in problems)
        {
            var (name, pointer) = problem.Place;
            var file = name == DescriptionProblem.DescriptionFile ? description : Path.Combine(openapi, name);
            error.WriteLine($"{file}{(problem.Line > 0 ? $"({problem.Line})" : string.Empty)}: error : {pointer}: {problem.Message}");
        }

        if (problems.Count > 0)
            return false;
        // NSwag runs again only if the document is newer than the models.
        var document = NSwagDocument.Create(model).ToString(Formatting.Indented);
        if (ReadIfExists(output) != document)
            File.WriteAllText(output, document);
        return true;
    }

    private static string? ReadIfExists(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
