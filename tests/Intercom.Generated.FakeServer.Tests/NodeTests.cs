using System.ComponentModel;
using System.Diagnostics;

namespace Intercom.Generated.FakeServer.Tests;

/// <summary>Intercom's own client for Node works with the server. The tests are skipped without Node or without its packages.</summary>
[NonParallelizable]
public class NodeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [TestCase("7.0.3", "http")]
    [TestCase("7.0.3", "https")]
    [TestCase("6.4.0", "http")]
    public async Task Intercom_client_for_Node_lists_searches_creates_and_updates(string version, string scheme)
    {
        var folder = await InstallAsync(version);
        await using var server = await TestServer.StartAsync();
        (await server.ControlAsync("POST", "/seed", """{"contact":12}""")).Ok();
        var certificate = Path.Combine(folder, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(certificate, (await server.ControlAsync("GET", "/certificate")).Text);
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Node", "flows.mjs");
            var address = scheme == "https" ? server.SecureAddress : server.Address;
            var (exitCode, output) = await RunAsync(
                "node", [script, folder, address.GetLeftPart(UriPartial.Authority), TestServer.Token], folder, certificate);
            Assert.That(exitCode, Is.Zero, output);
            foreach (var flow in new[] { "create", "update", "find", "list", "search", "companies", "tags", "articles", "not found" })
                Assert.That(output, Does.Contain($"ok {version} {flow}\n"));
        }
        finally
        {
            File.Delete(certificate);
        }
    }

    /// <summary>Installs the client in a folder that later runs use too. Skips the test if that is not possible.</summary>
    private static async Task<string> InstallAsync(string version)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "node-clients", version);
        if (Directory.Exists(Path.Combine(folder, "node_modules", "intercom-client")))
            return folder;
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Node", version, file), Path.Combine(folder, file), overwrite: true);
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (exitCode, output) = await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"], folder);
        if (exitCode != 0)
            Assert.Ignore($"intercom-client {version} cannot be installed: {output}");
        return folder;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, string folder, string? certificate = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (certificate is not null)
            start.Environment["NODE_EXTRA_CA_CERTS"] = certificate;
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is not found.");
        }

        using (process)
        {
            using var limit = new CancellationTokenSource(Limit);
            try
            {
                var output = process!.StandardOutput.ReadToEndAsync(limit.Token);
                var errors = process.StandardError.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                return (process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process!.Kill(entireProcessTree: true);
                return (-1, $"{program} did not end within {Limit}.");
            }
        }
    }
}
