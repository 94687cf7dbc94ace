using System.Net;
using System.Net.Sockets;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Gives the process a proxy that does not respond: no connection to this machine may go to it.</summary>
[SetUpFixture]
public sealed class DeadProxy
{
    [OneTimeSetUp]
    public void Set()
    {
        // A port that was free a moment ago.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
