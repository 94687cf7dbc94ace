using System.CommandLine;
using System.CommandLine.Parsing;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class CommandLine
{
    /// <summary>The version that a command works on.</summary>
    public static Argument<DescriptionVersion> Version() => new("version")
    {
        Description = "The API version, such as 2.14 or preview.",
        CustomParser = result => Parsed(
            result,
            DescriptionVersion.TryParse(result.Tokens[0].Value),
            $"'{result.Tokens[0].Value}' is not an API version. Specify a version such as 2.14 or preview."),
    };

    /// <summary>A version as an option.</summary>
    public static Option<DescriptionVersion?> VersionOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "VERSION",
        CustomParser = result => Parsed(
            result,
            DescriptionVersion.TryParse(result.Tokens[0].Value),
            $"'{result.Tokens[0].Value}' is not an API version. Specify a version such as 2.14 or preview."),
    };

    /// <summary>The repository that a command works in.</summary>
    public static Option<string?> Root() => new("--root")
    {
        Description = "The root folder of the repository. Default: the closest parent of the current folder that is one.",
        HelpName = "DIR",
    };

    /// <summary>Adds an error if a value could not be parsed.</summary>
    public static T? Parsed<T>(ArgumentResult result, T? value, string error)
    {
        if (value is null)
            result.AddError(error);
        return value;
    }

    /// <summary>Finds the repository that <c>--root</c> names, or the one that contains the current folder.</summary>
    /// <exception cref="UsageException">No repository was found.</exception>
    public static RepositoryLayout FindRepository(string? root, string folder)
    {
        if (root is null)
        {
            return RepositoryLayout.Find(folder)
                ?? throw new UsageException("The current folder is not in a repository. Specify the root of the repository with --root.");
        }

        var path = Path.GetFullPath(root, folder);
        return Directory.Exists(path)
            ? new RepositoryLayout(path)
            : throw new UsageException($"--root: The folder {root} does not exist.");
    }
}
