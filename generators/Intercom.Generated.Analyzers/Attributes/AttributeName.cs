using System.Text;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>The names of custom attributes.</summary>
internal static class AttributeName
{
    private const int MaximumLength = 190;

    /// <summary>
    /// Converts a C# name to snake case: <c>TrialEndsAt</c> to <c>trial_ends_at</c>, and <c>HTMLPage2</c> to <c>html_page2</c>.
    /// </summary>
    public static string SnakeCase(string name)
    {
        var result = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var startsWord = char.IsUpper(name[index])
                && index > 0 && name[index - 1] != '_'
                && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            if (startsWord)
                result.Append('_');
            result.Append(char.ToLowerInvariant(name[index]));
        }

        return result.ToString();
    }

    /// <summary>Describes why a text is not the name of an attribute. Returns null if it is one.</summary>
    public static string? ProblemOf(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "is empty";
        if (name.Length > MaximumLength)
            return $"has {name.Length} characters, and at most {MaximumLength} are allowed";
        if (name.IndexOfAny(['.', '$']) >= 0)
            return "contains '.' or '$'";
        return name.Any(char.IsControl) ? "contains a control character" : null;
    }
}
