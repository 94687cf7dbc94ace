namespace Intercom.Generated.Faults.Tests;

/// <summary>Responses that are larger than MaxResponseSize.</summary>
internal sealed class LargeResponseTests
{
    private const int Megabyte = 1024 * 1024;

    [TestCase(true, 2)]
    [TestCase(false, 72)]
    public async Task Stops_reading_a_response_of_200_MB(bool hasContentLength, int maxMegabytes)
    {
        var sent = 0;
        var megabyte = new byte[Megabyte];
        await using var server = new FaultServer(async x =>
        {
            await x.SendAsync(Http1Exchange.Head(200, hasContentLength ? $"Content-Length: {200 * Megabyte}" : "Transfer-Encoding: chunked"));
            for (; sent < 200; sent++)
            {
                if (!hasContentLength)
                    await x.SendAsync($"{Megabyte:x}\r\n");
                await x.SendAsync(megabyte);
                if (!hasContentLength)
                    await x.SendAsync("\r\n");
            }
        });
        using (var handler = Clients.NewHandler())
        {
            using var client = server.Connect(handler);
            Assert.That(
                async () => await Call.Get.Run(client, default),
                Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.TooLarge));
        }

        await server.WaitForConnectionsAsync(max: 0);
        TestContext.Out.WriteLine($"The server sent {sent} MB.");
        // Socket buffers hold data that the client has not read.
        Assert.That(sent, Is.LessThan(maxMegabytes + 16));
    }
}
