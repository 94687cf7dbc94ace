using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>
/// A server on the loopback address, in a process of its own so that its work is not counted as the client's. It knows what is measured and
/// nothing else: HTTP/1.1, GET, answers that are ready before they are asked for.
/// </summary>
internal sealed class ContactServer : IDisposable
{
    /// <summary>What the process of the server is started with.</summary>
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

    /// <summary>Serves until the input ends.</summary>
    public static void Run()
    {
        var answers = ContactAnswers.All().ToDictionary(answer => "/" + answer.Path, answer => Message("200 OK", answer.Body));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener, answers);
        Console.WriteLine($"http://{listener.LocalEndpoint}/");
        Console.In.ReadToEnd();
    }

    private static async Task AcceptAsync(TcpListener listener, Dictionary<string, byte[]> answers)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptSocketAsync(), answers);
    }

    private static async Task ServeAsync(Socket socket, Dictionary<string, byte[]> answers)
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
            var answer = answers.TryGetValue(path, out var known) ? known : Message("404 Not Found", []);
            for (var sent = 0; sent < answer.Length;)
                sent += await connection.SendAsync(answer.AsMemory(sent));
        }
    }

    private static byte[] Message(string status, byte[] body)
    {
        var head = new StringBuilder($"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in ContactAnswers.Headers)
            head.Append($"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
