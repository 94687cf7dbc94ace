using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The style of the summaries in docs.json.</summary>
public sealed class DocumentationStyleTests
{
    private static readonly Lazy<JObject> Docs = new(() => JObject.Parse(File.ReadAllText(Published.File("docs.json"))));

    private static IEnumerable<JProperty> Texts =>
        Docs.Value.Properties().Where(section => section.Name != "examples").SelectMany(section => ((JObject)section.Value).Properties());

    [Test]
    public void Is_one_line_of_full_sentences() => AssertNone(Texts, text => !Regex.IsMatch(text, @"\A[A-Z""][^\r\n]*\.\z"));

    [Test]
    public void Is_short() => AssertNone(Texts, text => text.Length > 200);

    [Test]
    public void Does_not_begin_with_a_question_word() =>
        AssertNone(Texts, text => Regex.IsMatch(text, "^(What|Who|Whom|Whose|Which|Where|When|Why|How) "));

    [Test]
    public void Writes_ID_in_capitals() => AssertNone(Texts, text => Regex.IsMatch(text, @"(?<![\w.])[Ii]ds?(?![\w.]*\w)"));

    // Texts are plain: they reach IntelliSense, Markdown, and HTML.
    [Test]
    public void Has_no_markup_and_no_links() => AssertNone(Texts, text => Regex.IsMatch(text, "[`<>*]|https?:"));

    [Test]
    public void An_operation_begins_with_a_verb_in_the_third_person() =>
        AssertNone(Texts.Where(text => InSection(text, "operations")), text => !Regex.IsMatch(text, "^(Permanently )?[A-Za-z][a-z]+s,? "));

    [Test]
    public void A_type_or_property_begins_with_a_noun_phrase() => AssertNone(
        Texts.Where(text => InSection(text, "schemas") || InSection(text, "properties") || InSection(text, "parameters")),
        text => Regex.IsMatch(text, "^(Gets|Sets|Returns|Confirms|Contains|Indicates that|Names|Says|Tells|Defines|Specifies) "));

    [Test]
    public void A_boolean_begins_with_Whether() => Assert.That(
        from model in Published.Models.Values
        from type in model.Value.Objects
        from property in type.Properties
        where property.Type.Kind == Model.TypeKind.Boolean && !property.Summary.StartsWith("Whether ", StringComparison.Ordinal)
        select $"{property.Key}: {property.Summary}",
        Is.Empty);

    private static bool InSection(JProperty text, string section) => ((JProperty)text.Parent!.Parent!).Name == section;

    private static void AssertNone(IEnumerable<JProperty> texts, Func<string, bool> isWrong)
    {
        var checkedTexts = texts.ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(checkedTexts, Has.Count.GreaterThan(100));
            Assert.That(checkedTexts.Where(text => isWrong((string)text.Value!)).Select(text => $"{text.Name}: {text.Value}"), Is.Empty);
        }
    }
}
