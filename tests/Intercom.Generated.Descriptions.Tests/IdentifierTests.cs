using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class IdentifierTests
{
    [TestCase("created_at", "created", "at")]
    [TestCase("listAllTags", "list", "All", "Tags")]
    [TestCase("AI Content", "AI", "Content")]
    [TestCase("AIContent", "AI", "Content")]
    [TestCase("pt-BR", "pt", "BR")]
    [TestCase("HTTPServer2", "HTTP", "Server2")]
    [TestCase("2fa_enabled", "2fa", "enabled")]
    [TestCase("__x--y__", "x", "y")]
    [TestCase("café", "caf")]
    [TestCase("$")]
    [TestCase("")]
    public void Splits_words_at_case_changes_and_other_characters(string text, params string[] words) =>
        Assert.That(Identifier.Words(text), Is.EqualTo(words));

    [TestCase("created_at", "CreatedAt")]
    [TestCase("AI Content", "AiContent")]
    [TestCase("URL", "Url")]
    [TestCase("pt-BR", "PtBr")]
    [TestCase("contact.custom_attributes", "ContactCustomAttributes")]
    [TestCase("2fa", "Value2fa")]
    [TestCase("404", "Value404")]
    [TestCase("", "")]
    public void Pascal(string text, string expected) => Assert.That(Identifier.Pascal(text), Is.EqualTo(expected));

    [TestCase("created_at", "createdAt")]
    [TestCase("ID", "id")]
    [TestCase("2fa", "value2fa")]
    [TestCase("object", "@object")]
    [TestCase("Event", "@event")]
    [TestCase("in", "@in")]
    [TestCase("record", "record")]
    [TestCase("", "")]
    public void Camel_escapes_keywords(string text, string expected) => Assert.That(Identifier.Camel(text), Is.EqualTo(expected));

    [TestCase("companies", "company")]
    [TestCase("Contacts", "Contact")]
    [TestCase("TicketTypes", "TicketType")]
    [TestCase("help_center_collections", "help_center_collection")]
    [TestCase("addresses", "address")]
    [TestCase("branches", "branch")]
    [TestCase("boxes", "box")]
    [TestCase("statuses", "status")]
    [TestCase("status", "status")]
    [TestCase("access", "access")]
    [TestCase("news", "news")]
    [TestCase("metadata", "metadata")]
    [TestCase("office_hours", "office_hours")]
    [TestCase("ties", "tie")]
    [TestCase("contact", "contact")]
    [TestCase("", "")]
    public void Singular(string plural, string singular) => Assert.That(Identifier.Singular(plural), Is.EqualTo(singular));

    [TestCase("Contacts", "contact", true)]
    [TestCase("company", "Companies", true)]
    [TestCase("tag", "tags", true)]
    [TestCase("news", "new", false)]
    [TestCase("contact", "company", false)]
    public void Compares_singular_and_plural_nouns(string left, string right, bool same) =>
        Assert.That(Identifier.SameNoun(left, right), Is.EqualTo(same));
}
