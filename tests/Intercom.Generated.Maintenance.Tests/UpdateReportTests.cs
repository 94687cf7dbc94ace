namespace Intercom.Generated.Maintenance.Tests;

/// <summary>An update reports its impact on programs and does not break a stable version unless the user accepts the changes.</summary>
public sealed class UpdateReportTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task Rejects_a_breaking_change_in_a_stable_version_and_writes_nothing()
    {
        await _repository.UpdateAsync(Yaml.Api());
        var before = _repository.Files();

        var result = await _repository.UpdateAsync(Broken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Difference));
            Assert.That(result.Output, Does.Contain("property-type-changed").And.Contain("request-property-became-required").And.Contain("2 breaking changes"));
            Assert.That(result.Error, Does.Contain("Nothing was written. To accept the changes, add --accept-breaking property-type-changed,request-property-became-required"));
            Assert.That(_repository.Files().Where(file => file.Key != TemporaryRepository.Published), Is.EquivalentTo(before.Where(file => file.Key != TemporaryRepository.Published)));
        }
    }

    [Test]
    public async Task Accepting_one_of_two_is_not_enough()
    {
        await _repository.UpdateAsync(Yaml.Api());

        var one = await _repository.UpdateAsync(Broken, "--accept-breaking", "property-type-changed");
        var both = await _repository.UpdateAsync(Broken, "--accept-breaking", "request-property-became-required, property-type-changed");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.ExitCode, Is.EqualTo(ExitCode.Difference));
            Assert.That(one.Error, Does.Contain("--accept-breaking request-property-became-required,property-type-changed"));
            Assert.That(both.ExitCode, Is.Zero, both.Error);
            Assert.That(both.Output, Does.Contain($"Written: {TemporaryRepository.Description}"));
            Assert.That(_repository.Read(TemporaryRepository.Description), Does.Contain("integer"));
        }
    }

    [TestCase("all", "'all' is not a rule for breaking changes")]
    [TestCase("property-added", "'property-added' is not a rule for breaking changes")]
    [TestCase(",", "Specify rules that the report shows")]
    public async Task Accepts_only_known_rules(string rules, string message)
    {
        await _repository.UpdateAsync(Yaml.Api());

        var result = await _repository.UpdateAsync(Broken, "--accept-breaking", rules);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain(message));
        }
    }

    [Test]
    public async Task Preview_can_have_breaking_changes()
    {
        await UpdatePreviewAsync(Yaml.Api());

        var result = await UpdatePreviewAsync(Broken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("2 breaking changes").And.Contain("Written: openapi/preview/description.json"));
        }
    }

    [Test]
    public async Task Writes_additions()
    {
        await _repository.UpdateAsync(Yaml.Api());

        var result = await _repository.UpdateAsync(Yaml.Api(more: "age: { type: integer }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("1 change, none breaking").And.Contain("Contact: 1 property added: Age"));
        }
    }

    [Test]
    public async Task Writes_the_report_even_if_the_change_is_rejected()
    {
        await _repository.UpdateAsync(Yaml.Api());

        await _repository.UpdateAsync(Broken, "--report", "refused.md");
        await _repository.UpdateAsync(Yaml.Api(more: "age: { type: integer }"), "--report", "written.md");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_repository.Read("refused.md"), Does.StartWith("## 2.14: 2 breaking changes"));
            Assert.That(_repository.Read("written.md"), Does.StartWith("## 2.14: 1 change, none breaking"));
        }
    }

    [Test]
    public async Task A_removed_member_can_stay_as_a_deprecated_member()
    {
        const string part = "part: { $ref: '#/components/schemas/part' }";
        var rich = Yaml.Api(more: $"{part}\n        kind: {{ type: string, enum: [small, large, huge] }}") + "\n    part:\n      type: object\n      properties: { size: { type: integer } }\n";
        var poor = Yaml.Api(more: "kind: { type: string, enum: [small, large] }");
        await _repository.UpdateAsync(rich);

        var refused = await _repository.UpdateAsync(poor);
        var kept = await _repository.UpdateAsync(poor, "--keep-removed");
        var again = await _repository.UpdateAsync(poor);

        var overlay = _repository.Read(TemporaryRepository.Overlay);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Error, Does.Contain("--accept-breaking enum-member-removed,property-removed,type-removed"));
            Assert.That(kept.ExitCode, Is.Zero, kept.Error);
            Assert.That(kept.Output, Does.Contain("3 members kept by the overlay:").And.Contain("Contact.Part (#/components/schemas/contact/properties/part)"));
            Assert.That(kept.Output, Does.Contain("property-deprecated").And.Contain("enum-member-deprecated").And.Contain("[Obsolete] Part? Part").And.Contain("2 changes, none breaking"));
            Assert.That(kept.Output, Does.Contain(TemporaryRepository.Overlay));
            Assert.That(overlay, Does.Contain("\"target\": \"$.components.schemas.contact.properties\"").And.Contain("\"deprecated\": true").And.Contain("\"x-keep\": true"));
            Assert.That(again.Output, Does.Contain("Up to date. Nothing was written."), again.Error);
        }
    }

    [Test]
    public async Task Rejects_removals_that_cannot_be_kept()
    {
        await _repository.UpdateAsync(Yaml.Api());

        var result = await _repository.UpdateAsync(Broken, "--keep-removed");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Difference));
    }

    private static string Broken => Yaml.Api(name: "{ type: integer }", required: "[email]");

    private Task<ToolResult> UpdatePreviewAsync(string yaml)
    {
        _repository.Write(TemporaryRepository.Published, yaml.Replace("'2.14'", "Preview", StringComparison.Ordinal));
        return _repository.RunAsync("update", "preview", "--from", TemporaryRepository.Published);
    }
}
