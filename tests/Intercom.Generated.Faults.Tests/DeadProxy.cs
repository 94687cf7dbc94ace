using System.Net;
using System.Net.Sockets;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Sets a process-wide proxy that nothing listens on. Requests to loopback must bypass it.</summary>
[SetUpFixture]
public sealed class DeadProxy
{
    [OneTimeSetUp]
    public void Set()
    {
        // Take a free port and close it again.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
