using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Escaping;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>What the main client needs to know of another one.</summary>
internal sealed record ClientSummary(string Name, string Summary);

/// <summary>Emits the main client, from which the others are reached.</summary>
internal static class IntercomClientEmitter
{
    public static string Emit(EquatableArray<ClientSummary> clients, string version, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System", "Intercom.Generated.Runtime");
        code.Line();
        code.Summary($"The client for version {version} of the Intercom API. It is safe for use by several threads; make one and keep it.");
        code.Open("public class IntercomClient : IntercomClientBase");
        code.Line("/// <summary>Makes a client for a workspace in the United States.</summary>");
        code.Parameter("accessToken", "The access token of the app or workspace.");
        code.Line("/// <exception cref=\"ArgumentException\">The token is empty or has characters that no token has.</exception>");
        code.Open("public IntercomClient(string accessToken) : this(new IntercomClientOptions(accessToken))");
        code.Close();
        code.Line();
        code.Line("/// <summary>Makes a client.</summary>");
        code.Parameter("options", "The token, the region, and how Intercom is reached; copied.");
        code.Line("/// <exception cref=\"ArgumentException\">The options cannot be used: no token, an address that is not https, and the like.</exception>");
        code.Open($"public IntercomClient(IntercomClientOptions options) : base(ApiVersion.Parse({CSharpText.Literal(version)}), options)");
        code.Close();
        code.Line();
        code.Line("/// <summary>Makes a client without a connection, for a substitute in tests that overrides its properties.</summary>");
        code.Open("protected IntercomClient()");
        code.Close();
        foreach (var client in clients)
        {
            code.Line();
            code.Summary(client.Summary);
            code.Line($"public virtual {client.Name}Client {client.Name} => field ??= new {client.Name}Client(Invoker);");
        }

        code.Close();
        return code.ToString();
    }
}
