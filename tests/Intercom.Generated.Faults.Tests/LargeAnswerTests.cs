namespace Intercom.Generated.Faults.Tests;

/// <summary>Answers that are longer than what is read.</summary>
internal sealed class LargeAnswerTests
{
    private const int Megabyte = 1024 * 1024;

    [TestCase(true, 2)]
    [TestCase(false, 72)]
    public async Task Answer_of_200_MB_is_not_read_to_its_end(bool isLengthTold, int mostMegabytes)
    {
        var sent = 0;
        var megabyte = new byte[Megabyte];
        await using var server = new FaultServer(async x =>
        {
            await x.SendAsync(Exchange.Head(200, isLengthTold ? $"Content-Length: {200 * Megabyte}" : "Transfer-Encoding: chunked"));
            for (; sent < 200; sent++)
            {
                if (!isLengthTold)
                    await x.SendAsync($"{Megabyte:x}\r\n");
                await x.SendAsync(megabyte);
                if (!isLengthTold)
                    await x.SendAsync("\r\n");
            }
        });
        using (var handler = Clients.NewHandler())
        {
            using var client = server.Connect(handler);
            Assert.That(async () => await Call.Get.Run(client, default), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.TooLarge));
        }

        await server.WaitForConnectionsAsync(most: 0);
        TestContext.Out.WriteLine($"{sent} MB were sent.");
        // What the sockets hold comes on top of what is read.
        Assert.That(sent, Is.LessThan(mostMegabytes + 16));
    }
}
