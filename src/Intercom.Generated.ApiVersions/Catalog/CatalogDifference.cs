namespace Intercom.Generated;

/// <summary>The impact of a difference on a program that moves to the newer version, from the mildest to the most severe.</summary>
public enum DifferenceImpact
{
    /// <summary>The newer version adds something. Everything else stays the same.</summary>
    Additive,

    /// <summary>The program compiles, but it can behave differently, or the compiler warns.</summary>
    Behavior,

    /// <summary>The program compiles, but an assembly that is not recompiled does not run.</summary>
    BinaryBreak,

    /// <summary>A program that uses the operation, type, or member no longer compiles.</summary>
    SourceBreak,
}

/// <summary>A difference between a version and the next one.</summary>
public sealed class CatalogDifference
{
    internal CatalogDifference(
        ApiVersion from, ApiVersion to, string rule, DifferenceImpact impact, string owner, string? member, string? before, string? after)
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

    /// <summary>The newer version. It is the next known version after <see cref="From"/>.</summary>
    public ApiVersion To { get; }

    /// <summary>The kind of difference, such as <c>operation-added</c> or <c>property-type-changed</c>.</summary>
    public string Rule { get; }

    /// <summary>The impact on a program that moves to the newer version.</summary>
    public DifferenceImpact Impact { get; }

    /// <summary>The operation, type, or member that differs, such as <c>Contacts.Get</c>, <c>Contact</c> or <c>Contact.Email</c>.</summary>
    public string Subject => Member is null ? Owner : $"{Owner}.{Member}";

    /// <summary>
    /// The abbreviated C# declaration in the older version, without the last two parameters, accessors, and modifiers that all declarations
    /// of the kind have. Null if the older version does not have the subject.
    /// </summary>
    public string? Before { get; }

    /// <summary>
    /// The C# declaration in the newer version, abbreviated like <see cref="Before"/>. Null if the newer version does not have the subject.
    /// </summary>
    public string? After { get; }

    /// <summary>The client, operation, or type that differs, or that has the member that differs.</summary>
    internal string Owner { get; }

    internal string? Member { get; }

    /// <summary>Returns the difference in one line.</summary>
    public override string ToString() => $"{From} to {To}: {Rule} {Subject}";
}
