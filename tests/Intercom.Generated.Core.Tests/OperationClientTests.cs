namespace Intercom.Generated.Core.Tests;

public class OperationClientTests
{
    private sealed class ThingsTestDouble : ThingsClient
    {
        public override Task<Thing> GetAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Thing { Id = thingId });
    }

    [Test]
    public async Task Test_double_runs_its_override() => Assert.That((await new ThingsTestDouble().GetAsync("7")).Id, Is.EqualTo("7"));

    [Test]
    public void Test_double_explains_a_missing_override()
    {
        var testDouble = new ThingsTestDouble();
        Assert.That(
            async () => await testDouble.DeleteAsync("7"),
            Throws.InvalidOperationException.With.Message.Contains("ThingsTestDouble has no connection").And.Message.Contains("Override the method"));
    }

    private sealed class MainTestDouble : IntercomClient
    {
        public override ThingsClient Things { get; } = new ThingsTestDouble();
    }

    [Test]
    public async Task Test_double_of_the_main_client_provides_other_test_doubles()
    {
        using var intercom = new MainTestDouble();
        Assert.That((await intercom.Things.GetAsync("7")).Id, Is.EqualTo("7"));
    }

    [Test]
    public void Test_double_of_the_main_client_explains_a_missing_override()
    {
        using var intercom = new MainTestDouble();
        Assert.That(() => intercom.Version, Throws.InvalidOperationException.With.Message.Contains("MainTestDouble has no connection"));
    }
}
