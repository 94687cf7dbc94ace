using System.CommandLine;
using System.CommandLine.Parsing;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Commands;

/// <summary>The arguments and options that several verbs have.</summary>
internal static class CommandLine
{
    /// <summary>The version that a verb works on.</summary>
    public static Argument<ApiVersion> Version() => new("version")
    {
        Description = "The API version: 2.14 or the like, or preview.",
        CustomParser = result => Parsed(
            result,
            ApiVersion.TryParse(result.Tokens[0].Value),
            $"'{result.Tokens[0].Value}' is not an API version. Give one like 2.14, or preview."),
    };

    /// <summary>A version that is stated beside something else.</summary>
    public static Option<ApiVersion?> VersionOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "VERSION",
        CustomParser = result => Parsed(
            result,
            ApiVersion.TryParse(result.Tokens[0].Value),
            $"'{result.Tokens[0].Value}' is not an API version. Give one like 2.14, or preview."),
    };

    /// <summary>The repository that a verb works in.</summary>
    public static Option<string?> Root() => new("--root")
    {
        Description = "The repository's root folder. Default: found upward from the current folder.",
        HelpName = "DIR",
    };

    /// <summary>Adds an error when a value could not be read.</summary>
    public static T? Parsed<T>(ArgumentResult result, T? value, string error)
    {
        if (value is null)
            result.AddError(error);
        return value;
    }

    /// <summary>The repository that <c>--root</c> names, or the one around the current folder.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RepositoryLayout FindRepository(string? root, string folder)
    {
        if (root is null)
        {
            return RepositoryLayout.Find(folder)
                ?? throw new UsageException("There is no repository around the current folder. Name its root with --root.");
        }

        var path = Path.GetFullPath(root, folder);
        return Directory.Exists(path)
            ? new RepositoryLayout(path)
            : throw new UsageException($"--root: there is no folder {root}.");
    }
}
