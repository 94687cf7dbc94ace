using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The options for the source of a published description and the repository of the reduced one.</summary>
internal sealed partial class PublishedOptions
{
    private readonly Option<string?> _from = new("--from")
    {
        Description = "The published description, as a YAML file or URL. Default: the upstream repository on GitHub.",
        HelpName = "FILE|URL",
    };

    private readonly Option<string?> _commit = new("--commit")
    {
        Description = "The upstream commit of the description. Without --from, the commit to download.",
        HelpName = "SHA",
        CustomParser = result => CommandLine.Parsed(
            result,
            CommitId.IsMatch(result.Tokens[0].Value) ? result.Tokens[0].Value.ToLowerInvariant() : null,
            $"'{result.Tokens[0].Value}' is not a commit ID. Specify all 40 hexadecimal digits."),
    };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "The date on which the description was retrieved. Default: the date that the server reports.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
            DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : CommandLine.Parsed<DateOnly?>(
                    result, null, $"'{result.Tokens[0].Value}' is not a date. Specify a date such as 2026-08-21."),
    };

    private readonly Option<string?> _root = CommandLine.Root();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_root);
        command.Add(_commit);
        command.Add(_date);
    }

    /// <summary>Reads the options.</summary>
    /// <exception cref="UsageException">The options conflict, or no repository was found.</exception>
    public UpdateRequest Read(ParseResult parsed, ToolEnvironment environment, DescriptionVersion version)
    {
        var source = parsed.GetValue(_from) is { } place
            ? PublishedSource.Parse(place, environment.CurrentFolder)
            : PublishedSource.Upstream(version, parsed.GetValue(_commit));
        if (parsed.GetValue(_commit) is { } given && source.Commit is { } named && given != named)
            throw new UsageException($"--commit is {given}, but the URL contains commit {named}. Omit --commit.");

        var repository = CommandLine.FindRepository(parsed.GetValue(_root), environment.CurrentFolder);
        return new UpdateRequest(version, source, repository, parsed.GetValue(_commit), parsed.GetValue(_date), [], KeepsRemoved: false);
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommitId { get; }
}
