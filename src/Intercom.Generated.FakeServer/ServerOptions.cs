using System.Globalization;
using Intercom.Generated.Testing;

namespace Intercom.Generated.FakeServer;

/// <summary>The options of the command line.</summary>
internal sealed class ServerOptions
{
    public const string Help = """
        Usage: intercom-fake-server [options]

        Runs a fake Intercom on this machine. Send requests as to https://api.intercom.io.

          --port PORT              The port for HTTP. The default is 4300. 0 takes a free port.
          --https-port PORT        The port for HTTPS. The default is the next port, or a free port if --port is 0.
          --seed FILE              Adds the data of a JSON file, unless state was restored.
          --state FILE             Restores the state of a file, and saves each change in it.
          --default-version NAME   The API version of requests without Intercom-Version. The default is the newest stable one.
          --token TOKEN            The access token that requests must send. The default is fake-token.
          --rate-limit COUNT       The number of requests in 10 seconds before the server responds with 429.
          --lenient                Does not check parameters and bodies against the API description.
          --help                   Shows this help.

        The page at /_fake/ shows the state and the latest requests.
        """;

    public int Port { get; private set; } = 4300;

    public int? HttpsPort { get; private set; }

    public string? SeedFile { get; private set; }

    public string? StateFile { get; private set; }

    public string DefaultVersion { get; private set; } = FakeIntercom.Versions.Last(version => version != "Preview");

    public string AccessToken { get; private set; } = new FakeIntercomOptions().AccessToken;

    public int? RateLimit { get; private set; }

    public bool IsLenient { get; private set; }

    public bool ShowsHelp { get; private set; }

    /// <exception cref="ServerException">An option is unknown, or its value is missing or invalid.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ServerOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    options.ShowsHelp = true;
                    break;
                case "--lenient":
                    options.IsLenient = true;
                    break;
                case "--port":
                    options.Port = Number(name, Value(), 65534);
                    break;
                case "--https-port":
                    options.HttpsPort = Number(name, Value(), 65535);
                    break;
                case "--rate-limit":
                    options.RateLimit = Number(name, Value(), int.MaxValue);
                    break;
                case "--seed":
                    options.SeedFile = Value();
                    break;
                case "--state":
                    options.StateFile = Value();
                    break;
                case "--token":
                    options.AccessToken = Value();
                    break;
                case "--default-version":
                    options.DefaultVersion = Version(Value());
                    break;
                default:
                    throw new ServerException($"Unknown option '{name}'. Run with --help for the options.");
            }

            string Value() => ++i < arguments.Count && arguments[i].Length > 0
                ? arguments[i]
                : throw new ServerException($"The option {name} needs a value. Run with --help for the options.");
        }

        return options;
    }

    /// <summary>Finds a version in the form that its header uses.</summary>
    /// <exception cref="ServerException">The version is unknown.</exception>
    public static string Version(string name) =>
        FakeIntercom.Versions.FirstOrDefault(version => string.Equals(version, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ServerException($"Unknown API version '{name}'. Use one of {string.Join(", ", FakeIntercom.Versions)}.");

    private static int Number(string name, string text, int maximum) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum
            ? number
            : throw new ServerException($"The value of {name} must be a number from 0 to {maximum}, but is '{text}'.");
}
