using System.Diagnostics;

namespace Intercom.Generated.Testing.Tests;

public sealed class SeedingTests
{
    /// <summary>Prints the time. It is not asserted, because it depends on the machine.</summary>
    [Test]
    public async Task Ten_thousand_contacts_and_conversations_can_be_seeded()
    {
        using var client = new FakeClient("2.16");
        client.Fake.AddConversation();
        var watch = Stopwatch.StartNew();
        client.Fake.AddConversations(10_000);
        watch.Stop();
        await TestContext.Out.WriteLineAsync($"10,000 contacts and 10,000 conversations in {watch.ElapsedMilliseconds} ms.");
        Assert.That((int?)(await client.OkAsync("GET", "/conversations"))["total_count"], Is.EqualTo(10_001));
        Assert.That((int?)(await client.OkAsync("GET", "/contacts"))["total_count"], Is.EqualTo(10_000));
    }
}
