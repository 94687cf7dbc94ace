using System.Net.Sockets;
using Intercom.Generated.FakeServer;

try
{
    var options = ServerOptions.Parse(args);
    if (options.ShowsHelp)
    {
        Console.WriteLine(ServerOptions.Help);
        return 0;
    }

    await using var server = await Server.StartAsync(options);
    foreach (var address in server.Addresses)
        Console.WriteLine($"Listening on {address.GetLeftPart(UriPartial.Authority)}");
    Console.WriteLine($"State and requests: {new Uri(server.Addresses[0], "/_fake/")}");
    foreach (var notice in server.Notices)
        Console.WriteLine(notice);
    await server.WaitAsync();
    return 0;
}
catch (ServerException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Choose other ports with --port and --https-port, or use --port 0.");
    return 2;
}
