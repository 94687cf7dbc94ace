using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits a client: a method for each operation, a few lines that call the runtime.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientModel client, string version, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace,
            "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Intercom.Generated.Runtime", "Newtonsoft.Json.Linq");
        code.Line();
        code.Summary(client.Summary);
        code.Open($"public class {client.Name}Client : OperationClient");
        code.Line("/// <summary>Makes a client without a connection, for a substitute in tests that overrides its methods.</summary>");
        code.Open($"protected {client.Name}Client()");
        code.Close();
        code.Line();
        code.Open($"internal {client.Name}Client(OperationInvoker invoker) : base(invoker)");
        code.Close();
        foreach (var operation in client.Operations)
        {
            Methods(code, operation, MethodSignature.Of(operation), version, isSearchOverload: false);
            if (MethodSignature.OfSearch(operation) is { } search)
                Methods(code, operation, search, version, isSearchOverload: true);
        }

        code.Close();
        foreach (var operation in client.Operations)
        {
            if (operation.Options is { } options)
                Options(code, operation, options);
        }

        return code.ToString();
    }

    private static void Methods(CodeWriter code, OperationModel operation, MethodSignature signature, string version, bool isSearchOverload)
    {
        Document(code, operation, signature, version);
        if (!isSearchOverload)
            code.Line($"[IntercomOperation({CodeWriter.Literal(operation.Method)}, {CodeWriter.Literal(operation.Path)})]");
        code.Line($"public virtual {signature} =>");
        code.Continued($"Invoker.{Call(operation)}({Request(operation, Content(operation, isSearchOverload), isSearchOverload)}{Codec(operation)}, options, cancellationToken);");
        if (signature.WithoutQuery() is not { } withoutQuery)
            return;
        Document(code, operation, withoutQuery, version);
        code.Line($"public virtual {withoutQuery} =>");
        code.Continued($"{signature.Name}({string.Join(", ", signature.Arguments.Select(argument => argument.IsQuery ? "null" : argument.Name))});");
    }

    private static void Document(CodeWriter code, OperationModel operation, MethodSignature signature, string version)
    {
        code.Line();
        code.Summary(operation.Summary);
        var managed = operation.IsManaged ? " Under managed availability: Intercom enables it for a workspace on request." : string.Empty;
        code.Line($"/// <remarks><c>{operation.Method} {CodeWriter.Xml(operation.Path)}</c> of version {CodeWriter.Xml(version)}; <see href=\"{CodeWriter.XmlAttribute(operation.ReferenceUrl)}\">reference</see>.{managed}</remarks>");
        foreach (var argument in signature.Arguments)
            code.Parameter(argument.Name, argument.Summary);
        if (Returns(operation) is { } returns)
            code.Line($"/// <returns>{returns}</returns>");
        code.Line($"/// <exception cref=\"IntercomException\">The call failed.</exception>");
        if (operation.IsDeprecated)
            code.Line("[Obsolete(\"Intercom has deprecated this operation.\")]");
    }

    private static string? Returns(OperationModel operation) => operation switch
    {
        { Paging: not null } => "The list, read page by page while it is walked; nothing is sent before.",
        { Response.Kind: ResponseKind.Json } => "What Intercom answers.",
        { Response.Kind: ResponseKind.Text } => "The text.",
        { Response.Kind: ResponseKind.Stream } => "The file, read as it arrives. Dispose it.",
        _ => null,
    };

    private static string Call(OperationModel operation) => operation switch
    {
        { Paging: not null } => "List",
        { Response.Kind: ResponseKind.Text } => "SendForTextAsync",
        { Response.Kind: ResponseKind.Stream } => "SendForDownloadAsync",
        _ => "SendAsync",
    };

    private static string Codec(OperationModel operation) => operation switch
    {
        { Paging: { } paging } => $", {CodecReference.Of(paging.Item)}",
        { Response: { Kind: ResponseKind.Json, Type: { } type } } => $", {CodecReference.Of(type)}",
        _ => string.Empty,
    };

    private static string? Content(OperationModel operation, bool isSearchOverload) => operation.Body switch
    {
        null => null,
        _ when isSearchOverload => "(expression ?? throw new ArgumentNullException(nameof(expression))).ToJson()",
        { Type.IsValueType: true } => "request",
        _ => "request ?? throw new ArgumentNullException(nameof(request))",
    };

    private static string Request(OperationModel operation, string? content, bool isSearchOverload)
    {
        var entry = $"IntercomOperations.{CatalogEntry.MemberName(operation)}";
        var arguments = string.Concat(operation.PathParameters.Select(parameter => $", {parameter.Name}"));
        var query = operation.FixedQuery.Select(parameter => $".WithQuery({CodeWriter.Literal(parameter.WireName)}, {CodeWriter.Literal(parameter.Value)})")
            .Concat(operation.RequiredQuery.Select(parameter => Query(parameter, parameter.Name)))
            .Concat((operation.Options?.Parameters ?? default).Select(parameter => Query(parameter, $"query?.{parameter.Name}")));
        var request = content is null
            ? $"new ApiRequest({entry}{arguments})"
            : $"ApiRequest.Create({entry}, {content}, {(isSearchOverload ? "JsonCodecs.Token" : CodecReference.Of(operation.Body!.Type))}{arguments})";
        return $"{request}{string.Concat(query)}";
    }

    private static string Query(ParameterModel parameter, string value) => $".WithQuery({CodeWriter.Literal(parameter.WireName)}, {value})";

    // A method that has overloads is only found with its parameter types.
    private static string Reference(OperationModel operation) =>
        $"{operation.Client}Client.{operation.Name}Async({string.Join(", ", MethodSignature.Of(operation).Arguments.Select(argument => argument.Type.TrimEnd('?').Replace('<', '{').Replace('>', '}')))})";

    private static void Options(CodeWriter code, OperationModel operation, OptionsModel options)
    {
        code.Line();
        code.Line($"/// <summary>The optional query parameters of <see cref=\"{Reference(operation)}\"/>.</summary>");
        code.Open($"public {Declaration.Of(options)}");
        var isFirst = true;
        foreach (var parameter in options.Parameters)
        {
            if (!isFirst)
                code.Line();
            isFirst = false;
            code.Summary(parameter.Summary);
            code.Line($"public {Declaration.Option(parameter)}");
        }

        code.Close();
    }
}
