using System.Diagnostics;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>The official client for Node, if node and npm are installed. It is in a folder of its own, and nothing else depends on it.</summary>
internal static class NodeClient
{
    public const string Version = "7.0.3";

    private const string Program = """
        import { IntercomClient } from "intercom-client";
        const client = new IntercomClient({ token: "benchmark-token", environment: process.argv[2], maxRetries: 0 });
        const print = place => {
            const { user, system } = process.cpuUsage();
            console.log(`${place} ${count} 0 ${(user + system) / 1000} ${process.memoryUsage().rss}`);
        };
        let count = 0;
        for await (const contact of await client.contacts.list({ per_page: 150 })) {
            if (contact.id && ++count === 150)
                print("page");
        }
        print("end");
        """;

    private static string Folder => Path.Combine(Repository.Artifacts, $"intercom-client-{Version}");

    /// <summary>Installs the client.</summary>
    /// <returns>Whether it can be run.</returns>
    public static bool Install()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, "walk.mjs"), Program);
            using var install = Process.Start(new ProcessStartInfo(
                "npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", Folder, $"intercom-client@{Version}"]))!;
            install.WaitForExit();
            return install.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Starts a process that reads all contacts.</summary>
    public static Process Start(Uri address) => Process.Start(
        new ProcessStartInfo("node", [Path.Combine(Folder, "walk.mjs"), address.AbsoluteUri.TrimEnd('/')]) { RedirectStandardOutput = true })!;
}
