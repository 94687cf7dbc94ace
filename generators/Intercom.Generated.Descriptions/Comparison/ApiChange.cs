namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>The impact of a change on a program that uses the generated client, from the mildest to the most severe.</summary>
public enum ChangeImpact
{
    /// <summary>The JSON changes. The C# API does not.</summary>
    None,

    /// <summary>Something was added. Existing members stay as they are.</summary>
    Additive,

    /// <summary>The program still compiles, but it can behave differently at run time, or the compiler warns.</summary>
    Behavior,

    /// <summary>The program still compiles, but it does not run until it is recompiled.</summary>
    BinaryBreak,

    /// <summary>A program that uses the changed member no longer compiles.</summary>
    SourceBreak,
}

/// <summary>The part of the API that a change affects.</summary>
public enum ChangeArea
{
    /// <summary>A client, which is a group of operations.</summary>
    Client,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A class, union, open enum, or options class.</summary>
    Type,
}

/// <summary>A difference between the models of two descriptions.</summary>
/// <param name="Rule">The kind of difference.</param>
/// <param name="Owner">
/// The client (<c>Contacts</c>), operation (<c>Contacts.Get</c>), or type (<c>Contact</c>) that changed. The name is the one after the
/// change, or the old one if it was removed.
/// </param>
/// <param name="Member">The argument, property, known value, or union case that changed, or null if the owner itself changed.</param>
/// <param name="Before">
/// The old C# declaration, or the text of the description if the rule does not show in C#. Null if it was added.
/// </param>
/// <param name="After">The new declaration or text, or null if it was removed.</param>
public sealed record ApiChange(ChangeRule Rule, string Owner, string? Member, string? Before, string? After)
{
    /// <summary>
    /// The ledger key of the changed place, or null for a client: an operation (<c>GET /contacts/{}</c>), a parameter (<c>GET
    /// /contacts/{}?page</c>), a schema (<c>contact</c>), or a property (<c>contact/email</c>). The key belongs to the new description
    /// unless the place was removed.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The full name of the changed API, such as <c>Contacts.Get</c>, <c>Contact</c>, or <c>Contact.Email</c>.</summary>
    public string Subject => Member is null ? Owner : $"{Owner}.{Member}";

    /// <summary>The impact on programs.</summary>
    public ChangeImpact Impact => Rule.Impact;

    /// <summary>Returns the change on one line.</summary>
    public override string ToString() => $"{Rule.Id} {Subject}: {Before ?? "-"} -> {After ?? "-"}";
}
