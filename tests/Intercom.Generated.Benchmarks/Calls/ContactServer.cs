using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>
/// A server on the loopback address. It runs in its own process so that its work does not count toward the client's. It supports only what
/// the measurements need: HTTP/1.1, GET, and prepared responses.
/// </summary>
internal sealed class ContactServer : IDisposable
{
    /// <summary>The command-line argument that starts the server.</summary>
    public const string Verb = "serve";

    private readonly Process _process;

    public ContactServer()
    {
        _process = Executable.Start(Verb);
        Address = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Serves requests until standard input is closed.</summary>
    public static void Run()
    {
        var responses = ContactResponses.All().ToDictionary(response => "/" + response.Path, response => Message("200 OK", response.Body));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener, responses);
        Console.WriteLine($"http://{listener.LocalEndpoint}/");
        Console.In.ReadToEnd();
    }

    private static async Task AcceptAsync(TcpListener listener, Dictionary<string, byte[]> responses)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptSocketAsync(), responses);
    }

    private static async Task ServeAsync(Socket socket, Dictionary<string, byte[]> responses)
    {
        using var connection = socket;
        connection.NoDelay = true;
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (await connection.ReceiveAsync(buffer.AsMemory(length)) is > 0 and var count)
        {
            length += count;
            if (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                continue;
            // GET /path HTTP/1.1
            var path = Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan().IndexOf("\r\n"u8)).Split(' ')[1];
            length = 0;
            var response = responses.TryGetValue(path, out var known) ? known
                : LargeResponses.Find(path) is { } large ? Message("200 OK", large)
                : Message("404 Not Found", []);
            for (var sent = 0; sent < response.Length;)
                sent += await connection.SendAsync(response.AsMemory(sent));
        }
    }

    private static byte[] Message(string status, byte[] body)
    {
        var head = new StringBuilder(
            $"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in ContactResponses.Headers)
            head.Append($"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
