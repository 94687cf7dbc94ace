using Intercom.Generated.Descriptions.Facts;

namespace Intercom.Generated.Descriptions.Tests.Facts;

/// <summary>The facts that are the same in all versions, and the errors in their files.</summary>
public sealed class RuntimeFactsReaderTests
{
    private const string Regions = """
        { "description": "d", "source": "s", "regions": [
          { "name": "UnitedStates", "code": "US", "url": "https://api.intercom.io/", "summary": "The United States." },
          { "name": "Europe", "code": "EU", "url": "https://api.eu.intercom.io/", "summary": "Europe." } ] }
        """;

    private const string Codes = """
        { "codes": [ { "code": "not_found", "summary": "The item does not exist." }, { "code": "409", "name": "Conflict", "summary": "A conflict." } ] }
        """;

    [Test]
    public void Regions_are_read_in_order() =>
        Assert.That(RuntimeFactsReader.ReadRegions(Regions).Items, Is.EqualTo(new[]
        {
            new RegionModel("UnitedStates", "US", "https://api.intercom.io/", "The United States."),
            new RegionModel("Europe", "EU", "https://api.eu.intercom.io/", "Europe."),
        }));

    [Test]
    public void Error_codes_are_named_after_their_codes() =>
        Assert.That(RuntimeFactsReader.ReadErrorCodes(Codes).Items, Is.EqualTo(new[]
        {
            new ErrorCodeModel("NotFound", "not_found", "The item does not exist."),
            new ErrorCodeModel("Conflict", "409", "A conflict."),
        }));

    [TestCase("\"url\": \"https://api.eu.intercom.io/\"", "\"url\": \"http://api.eu.intercom.io/\"", "/regions/1/url", "'http://api.eu.intercom.io/' is not an https address that ends with a slash.")]
    [TestCase("\"url\": \"https://api.eu.intercom.io/\"", "\"url\": \"https://api.eu.intercom.io\"", "/regions/1/url", "'https://api.eu.intercom.io' is not an https address that ends with a slash.")]
    [TestCase("\"code\": \"EU\"", "\"code\": \"us\"", "/regions/1", "The name 'Europe' or the code 'us' is listed twice. Remove one of the entries.")]
    [TestCase("\"name\": \"Europe\"", "\"name\": \"UnitedStates\"", "/regions/1", "The name 'UnitedStates' or the code 'EU' is listed twice. Remove one of the entries.")]
    [TestCase("\"name\": \"Europe\"", "\"name\": \"Europe = 7 }\"", "/regions/1/name", "'Europe = 7 }' is not a C# name in PascalCase.")]
    [TestCase("\"summary\": \"Europe.\"", "\"text\": \"Europe.\", \"summary\": \"x\"", "/regions/1/text", "The member 'text' is unknown. Use name, code, url, summary.")]
    public void Reports_an_error_in_the_regions_with_its_pointer(string from, string to, string pointer, string message)
    {
        Assume.That(Regions, Does.Contain(from));
        var facts = RuntimeFactsReader.ReadRegions(Regions.Replace(from, to, StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Items, Is.Empty);
            Assert.That(
                facts.Problems.Select(problem => (problem.Kind, problem.Pointer, problem.Message, problem.Line)),
                Is.EqualTo(new[] { (DescriptionProblemKind.InvalidFacts, "regions.json#" + pointer, message, 3) }));
        }
    }

    [TestCase("\"not_found\"", "\"-\"", "/codes/0/code", "'-' cannot be converted to a C# name. Name the code with 'name'.")]
    [TestCase("\"not_found\"", "\"to_string\"", "/codes/0/code", "'to_string' cannot be converted to a C# name. Name the code with 'name'.")]
    [TestCase("\"not_found\"", "\"conflict\"", "/codes/1", "The name 'Conflict' or the code '409' is listed twice. Remove one of the entries.")]
    [TestCase("\"not_found\"", "1", "/codes/0/code", "The member 'code' must be text that is not empty.")]
    public void Reports_an_error_in_the_error_codes_with_its_pointer(string from, string to, string pointer, string message)
    {
        var facts = RuntimeFactsReader.ReadErrorCodes(Codes.Replace(from, to, StringComparison.Ordinal));

        Assert.That(facts.Problems.Select(problem => (problem.Pointer, problem.Message)), Is.EqualTo(new[] { ("error-codes.json#" + pointer, message) }));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{ \"regions\": [], \"codes\": [] }")]
    [TestCase("{ \"regions\": [1], \"codes\": [null] }")]
    public void Reports_invalid_text_and_never_throws(string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RuntimeFactsReader.ReadRegions(text).Problems, Is.Not.Empty);
            Assert.That(RuntimeFactsReader.ReadErrorCodes(text).Problems, Is.Not.Empty);
        }
    }
}
