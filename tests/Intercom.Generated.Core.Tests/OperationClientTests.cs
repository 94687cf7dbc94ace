namespace Intercom.Generated.Core.Tests;

public class OperationClientTests
{
    private sealed class Substitute : ThingsClient
    {
        public override Task<Thing> GetAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Thing { Id = thingId });
    }

    [Test]
    public async Task Substitute_answers_what_it_overrides() => Assert.That((await new Substitute().GetAsync("7")).Id, Is.EqualTo("7"));

    [Test]
    public void Substitute_says_clearly_that_a_method_is_not_overridden()
    {
        var substitute = new Substitute();
        Assert.That(
            async () => await substitute.DeleteAsync("7"),
            Throws.InvalidOperationException.With.Message.Contains("Substitute has no connection").And.Message.Contains("Override the method"));
    }

    private sealed class SubstituteOfAll : IntercomClient
    {
        public override ThingsClient Things { get; } = new Substitute();
    }

    [Test]
    public async Task Substitute_of_the_main_client_gives_substitutes_of_the_others()
    {
        using var intercom = new SubstituteOfAll();
        Assert.That((await intercom.Things.GetAsync("7")).Id, Is.EqualTo("7"));
    }

    [Test]
    public void Substitute_of_the_main_client_says_clearly_what_is_not_overridden()
    {
        using var intercom = new SubstituteOfAll();
        Assert.That(() => intercom.Version, Throws.InvalidOperationException.With.Message.Contains("SubstituteOfAll has no connection"));
    }
}
