namespace Intercom.Generated.Core.Tests;

public class ApiVersionTests
{
    [TestCase("2.14", "2.14")]
    [TestCase("2.11", "2.11")]
    [TestCase("Preview", "Preview")]
    [TestCase("preview", "Preview")]
    [TestCase("3.1", "3.1")]
    [TestCase("2.99", "2.99")]
    public void Parse_reads_known_and_unknown_versions(string text, string expected) => Assert.That(ApiVersion.Parse(text).ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("2")]
    [TestCase("2.")]
    [TestCase("2.14.1")]
    [TestCase("-2.14")]
    [TestCase("2.-1")]
    [TestCase(" 2.14")]
    [TestCase("v2.14")]
    [TestCase("Unstable")]
    [TestCase("2147483648.0")]
    public void Parse_rejects_text_that_is_not_a_version(string text)
    {
        Assert.That(() => ApiVersion.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains($"'{text}'"));
        Assert.That(ApiVersion.TryParse(text, out _), Is.False);
    }

    [Test]
    public void TryParse_of_null_is_false() => Assert.That(ApiVersion.TryParse(null, out _), Is.False);

    [Test]
    public void Versions_are_ordered_by_number_and_Preview_is_last()
    {
        ApiVersion[] versions = [ApiVersion.Preview, ApiVersion.Parse("2.9"), ApiVersion.V2_14, ApiVersion.Parse("3.0"), ApiVersion.V2_11, ApiVersion.V2_12];
        Assert.That(versions.Order().Select(version => version.ToString()), Is.EqualTo(new[] { "2.9", "2.11", "2.12", "2.14", "3.0", "Preview" }));
    }

    [Test]
    public void Operators_compare_by_number()
    {
        var nine = ApiVersion.Parse("2.9");
        var same = ApiVersion.Parse("2.14");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(nine < ApiVersion.V2_11, Is.True);
            Assert.That(ApiVersion.V2_11 > nine, Is.True);
            Assert.That(same <= ApiVersion.V2_14 && same >= ApiVersion.V2_14, Is.True);
            Assert.That(same == ApiVersion.V2_14, Is.True);
            Assert.That(same != ApiVersion.V2_12, Is.True);
            Assert.That(same.GetHashCode(), Is.EqualTo(ApiVersion.V2_14.GetHashCode()));
            Assert.That(same.Equals((object)ApiVersion.V2_14), Is.True);
            Assert.That(ApiVersion.Preview > ApiVersion.Parse("99.99"), Is.True);
        }
    }

    [Test]
    public void Only_Preview_is_preview()
    {
        Assert.That(ApiVersion.Preview.IsPreview, Is.True);
        Assert.That(ApiVersion.V2_14.IsPreview, Is.False);
    }

    [Test]
    public void CompareTo_accepts_null_and_rejects_other_types()
    {
        Assert.That(ApiVersion.V2_14.CompareTo((object?)null), Is.Positive);
        Assert.That(() => ApiVersion.V2_14.CompareTo("2.14"), Throws.ArgumentException);
    }
}
