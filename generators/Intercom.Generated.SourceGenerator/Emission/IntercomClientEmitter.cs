using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>A client and its summary, for the property of the main client.</summary>
internal sealed record ClientSummary(string Name, string Summary);

/// <summary>Emits the main client, which exposes the other clients as properties.</summary>
internal static class IntercomClientEmitter
{
    public static string Emit(EquatableArray<ClientSummary> clients, string version, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System", "Intercom.Generated.Runtime");
        code.Line();
        code.Summary($"The client for version {version} of the Intercom API. It is thread-safe. Create one and reuse it.");
        code.Open("public class IntercomClient : IntercomClientBase");
        code.Line("/// <summary>Initializes a client for a workspace in the United States.</summary>");
        code.Parameter("accessToken", "The access token of the app or workspace.");
        code.Line(
            "/// <exception cref=\"ArgumentException\">"
            + "The token is empty or contains characters that are not allowed in a token.</exception>");
        code.Open("public IntercomClient(string accessToken) : this(new IntercomClientOptions(accessToken))");
        code.Close();
        code.Line();
        code.Line("/// <summary>Initializes a client.</summary>");
        code.Parameter("options", "The access token, the region, and other settings. The client copies them.");
        code.Line("/// <exception cref=\"ArgumentException\">An option is not valid. The message names it.</exception>");
        code.Open($"public IntercomClient(IntercomClientOptions options) : base(ApiVersion.Parse({CSharpText.Literal(version)}), options)");
        code.Close();
        code.Line();
        code.Summary("Initializes a client without a connection, for test doubles that override its properties.");
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
