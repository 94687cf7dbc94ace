namespace Intercom.Generated;

/// <summary>What a difference between two versions means for a program that moves to the newer one, from the mildest to the hardest.</summary>
public enum DifferenceImpact
{
    /// <summary>The newer version has more; what was there stays as it is.</summary>
    Additive,

    /// <summary>The program compiles as before but can see or do something else, or the compiler warns.</summary>
    Behavior,

    /// <summary>The program compiles as before, but what was compiled before does not run.</summary>
    BinaryBreak,

    /// <summary>A program that uses it no longer compiles.</summary>
    SourceBreak,
}

/// <summary>A difference between a version and the next one.</summary>
public sealed class CatalogDifference
{
    internal CatalogDifference(ApiVersion from, ApiVersion to, string rule, DifferenceImpact impact, string owner, string? member, string? before, string? after)
    {
        From = from;
        To = to;
        Rule = rule;
        Impact = impact;
        Owner = owner;
        Member = member;
        Before = before;
        After = after;
    }

    /// <summary>The older version.</summary>
    public ApiVersion From { get; }

    /// <summary>The newer version, the next known one.</summary>
    public ApiVersion To { get; }

    /// <summary>What kind of difference it is, such as <c>operation-added</c> or <c>property-type-changed</c>.</summary>
    public string Rule { get; }

    /// <summary>What it means for a program that moves to the newer version.</summary>
    public DifferenceImpact Impact { get; }

    /// <summary>What differs, such as <c>Contacts.Get</c>, <c>Contact</c> or <c>Contact.Email</c>.</summary>
    public string Subject => Member is null ? Owner : $"{Owner}.{Member}";

    /// <summary>
    /// How it is declared in C# in the older version, in short: without the last two arguments, accessors and modifiers that all of its kind have.
    /// Null when the older version does not have it.
    /// </summary>
    public string? Before { get; }

    /// <summary>How it is declared in C# in the newer version, in short as <see cref="Before"/>; null when the newer version does not have it.</summary>
    public string? After { get; }

    /// <summary>The client, operation or type that differs or whose member does.</summary>
    internal string Owner { get; }

    internal string? Member { get; }

    /// <summary>The difference in one line.</summary>
    public override string ToString() => $"{From} to {To}: {Rule} {Subject}";
}
