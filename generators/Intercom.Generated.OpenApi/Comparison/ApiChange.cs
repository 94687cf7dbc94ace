namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>What a change means for a program that uses the generated client, from the mildest to the hardest.</summary>
public enum ChangeImpact
{
    /// <summary>Nothing that a program notices.</summary>
    None,

    /// <summary>There is more than before; what was there stays as it is.</summary>
    Additive,

    /// <summary>The program compiles as before but can see or do something else, or the compiler warns.</summary>
    Behaviour,

    /// <summary>The program compiles as before, but what was compiled before does not run.</summary>
    BinaryBreak,

    /// <summary>A program that uses it no longer compiles.</summary>
    SourceBreak,
}

/// <summary>What a change is about.</summary>
public enum ChangeArea
{
    /// <summary>A client: a group of operations.</summary>
    Client,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A class, union, open enum or class of options.</summary>
    Type,
}

/// <summary>A difference between what two descriptions mean.</summary>
/// <param name="Rule">What kind of difference it is.</param>
/// <param name="Owner">
/// The client (<c>Contacts</c>), operation (<c>Contacts.Get</c>) or type (<c>Contact</c>) that differs, by its name after the change
/// unless it is gone.
/// </param>
/// <param name="Member">The argument, property, known value or case in it; null when the whole is meant.</param>
/// <param name="Before">The declaration in C# before, or what the description said where the rule does not show in C#; null when there was none.</param>
/// <param name="After">The same after the change; null when there is none.</param>
public sealed record ApiChange(ChangeRule Rule, string Owner, string? Member, string? Before, string? After)
{
    /// <summary>
    /// What the ledger calls the place that differs: an operation <c>GET /contacts/{}</c>, its parameter <c>GET /contacts/{}?page</c>, a schema
    /// <c>contact</c>, a property <c>contact/email</c>; null for a client. It is of the description after the change unless the thing is gone.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What differs, such as <c>Contacts.Get</c>, <c>Contact</c> or <c>Contact.Email</c>.</summary>
    public string Subject => Member is null ? Owner : $"{Owner}.{Member}";

    /// <summary>What it means for a program.</summary>
    public ChangeImpact Impact => Rule.Impact;

    /// <summary>The change in one line.</summary>
    public override string ToString() => $"{Rule.Id} {Subject}: {Before ?? "-"} -> {After ?? "-"}";
}
