using System.Text;

namespace Intercom.Generated.Testing.Http;

/// <summary>The files of recorded calls. Like Intercom's, they are on another host, which needs no token.</summary>
internal static class CallRecordings
{
    private const string Host = "recordings.example.test";

    public static string AddressOf(string callId) => $"https://{Host}/{Uri.EscapeDataString(callId)}.wav";

    /// <summary>Gets the file, or null if the request is for another host.</summary>
    public static FakeResponse? TryRespond(FakeRequest request) =>
        request.Method == "GET" && string.Equals(request.Uri.Host, Host, StringComparison.OrdinalIgnoreCase)
            ? new FakeResponse(200, Silence(), "audio/wav") { FileName = request.Uri.Segments[request.Uri.Segments.Length - 1] }
            : null;

    /// <summary>Creates a valid WAV file with eight silent samples.</summary>
    private static byte[] Silence()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.ASCII);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(44);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(8);
        writer.Write([128, 128, 128, 128, 128, 128, 128, 128]);
        writer.Flush();
        return buffer.ToArray();
    }
}
