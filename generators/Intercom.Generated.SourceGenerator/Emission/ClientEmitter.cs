using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits a client: a method for each operation, which calls the runtime.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientModel client, string version, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace,
            "System",
            "System.Collections.Generic",
            "System.Threading",
            "System.Threading.Tasks",
            "Intercom.Generated.Runtime",
            "Newtonsoft.Json.Linq");
        code.Line();
        if (client.Operations.Any(operation => operation.Options?.Parameters.Any(parameter => parameter.Obsolete is not null) == true))
        {
            code.Line("#pragma warning disable CS0618 // Methods also send obsolete parameters.");
            code.Line();
        }

        code.Summary(client.Summary);
        code.Open($"public class {client.Name}Client : OperationClient");
        code.Summary("Initializes a client without a connection, for test doubles that override its methods.");
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
        Extensions(code, client);
        foreach (var operation in client.Operations)
        {
            if (operation.Options is { } options)
                Options(code, client, operation, options);
        }

        return code.ToString();
    }

    private static void Methods(CodeWriter code, OperationModel operation, MethodSignature signature, string version, bool isSearchOverload)
    {
        Document(code, operation, signature, version);
        if (!isSearchOverload)
            code.Line($"[IntercomOperation({CSharpText.Literal(operation.Method)}, {CSharpText.Literal(operation.Path)})]");
        Method(code, operation, signature, isSearchOverload);
        if (signature.WithoutQuery() is not { } withoutQuery)
            return;
        Document(code, operation, withoutQuery, version);
        Declare(code, "public virtual", withoutQuery, " =>");
        var arguments = signature.Arguments.Select(argument => argument.IsQuery ? "null" : argument.Name);
        code.Continued($"{signature.Name}({string.Join(", ", arguments)});");
    }

    private static void Method(CodeWriter code, OperationModel operation, MethodSignature signature, bool isSearchOverload)
    {
        var request = Request(operation, isSearchOverload);
        string[] rest = [.. Codec(operation), Options(operation), "cancellationToken"];
        var query = Query(operation).ToList();
        if (query.Count == 0)
        {
            Declare(code, "public virtual", signature, " =>");
            code.Continued(() => code.List($"Invoker.{Call(operation)}", [request, .. rest], ";"));
            return;
        }

        Declare(code, "public virtual", signature, string.Empty);
        code.Line("{");
        code.Continued(() => code.Chain($"var apiRequest = {request}", query));
        code.Continued(() => code.List($"return Invoker.{Call(operation)}", ["apiRequest", .. rest], ";"));
        code.Line("}");
    }

    // The query parameters of an operation are request options too.
    private static string Options(OperationModel operation) => operation.Options is null ? "options" : "options ?? query";

    // Methods that take a token after the arguments, as in GetAsync(id, cancellationToken). The compiler prefers methods of the class, so
    // the extensions make no call ambiguous.
    private static void Extensions(CodeWriter code, ClientModel client)
    {
        code.Line();
        var name = $"{client.Name}Client";
        code.Markup("summary", $"The operations of <see cref=\"{name}\"/>, called with a cancellation token and without options.");
        code.Open($"public static class {name}Extensions");
        var isFirst = true;
        var signatures = client.Operations.SelectMany(operation => Signatures(operation).Select(signature => (operation, signature)));
        foreach (var (operation, signature) in signatures)
        {
            if (!isFirst)
                code.Line();
            isFirst = false;
            var extended = signature.WithoutQuery() ?? signature;
            code.Line($"/// <inheritdoc cref=\"{Reference(client, extended)}\"/>");
            Deprecation(code, operation);
            Declare(code, "public static", extended.AsExtension($"{client.Name}Client"), " =>");
            code.Continued(() => code.List($"client.{extended.Name}", [.. extended.Arguments.Select(Passed)], ";"));
        }

        code.Close();
    }

    private static IEnumerable<MethodSignature> Signatures(OperationModel operation) =>
        MethodSignature.OfSearch(operation) is { } search ? [MethodSignature.Of(operation), search] : [MethodSignature.Of(operation)];

    private static string Passed(MethodArgument argument) => argument.IsOptions ? $"{argument.Name}: null" : argument.Name;

    private static void Declare(CodeWriter code, string modifiers, MethodSignature signature, string end) => code.List(
        $"{modifiers} {signature.ReturnType} {signature.Name}", [.. signature.Arguments.Select(argument => argument.ToString())], end);

    private static void Document(CodeWriter code, OperationModel operation, MethodSignature signature, string version)
    {
        code.Line();
        code.Summary(operation.Summary);
        code.Markup("remarks", Remarks(operation, version));
        foreach (var argument in signature.Arguments)
            code.Parameter(argument.Name, argument.Summary);
        if (Returns(operation) is { } returns)
            code.Prose("returns", returns);
        code.Line("/// <exception cref=\"IntercomException\">The call failed.</exception>");
        if (operation.Example is { } example)
            code.Example(example);
        Deprecation(code, operation);
    }

    private static void Deprecation(CodeWriter code, OperationModel operation)
    {
        if (operation.IsDeprecated)
            code.Line("[Obsolete(\"Intercom has deprecated this operation.\")]");
    }

    private static string Remarks(OperationModel operation, string version)
    {
        var managed = operation.IsManaged ? " Managed availability: Intercom enables it for a workspace on request." : string.Empty;
        return $"<c>{operation.Method} {XmlText.Content(operation.Path)}</c> in version {XmlText.Content(version)}. "
            + $"See the <see href=\"{XmlText.Attribute(operation.ReferenceUrl)}\">reference</see>.{managed}";
    }

    private static string? Returns(OperationModel operation) => operation switch
    {
        { Paging: not null } => "A list that requests its pages while you enumerate it. Nothing is sent before.",
        { Response.Kind: ResponseKind.Json } => "The response.",
        { Response.Kind: ResponseKind.Text } => "The text of the response.",
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

    private static IEnumerable<string> Codec(OperationModel operation) => operation switch
    {
        { Paging: { } paging } => [CodecReference.Of(paging.Item)],
        { Response: { Kind: ResponseKind.Json, Type: { } type } } => [CodecReference.Of(type)],
        _ => [],
    };

    private static string Request(OperationModel operation, bool isSearchOverload)
    {
        var entry = $"IntercomOperations.{OperationEntry.MemberName(operation)}";
        var path = string.Concat(operation.PathParameters.Select(parameter => $", {parameter.Name}"));
        return operation.Body switch
        {
            null => $"new ApiRequest({entry}{path})",
            _ when isSearchOverload => $"ApiRequest.Search({entry}, expression{path})",
            { } body => $"ApiRequest.Create({entry}, request, {CodecReference.Of(body.Type)}{path})",
        };
    }

    private static IEnumerable<string> Query(OperationModel operation) =>
        operation.FixedQuery.Select(parameter => Query(parameter.WireName, CSharpText.Literal(parameter.Value)))
            .Concat(operation.RequiredQuery.Select(parameter => Query(parameter.WireName, parameter.Name)))
            .Concat((operation.Options?.Parameters ?? default).Select(parameter => Query(parameter.WireName, $"query?.{parameter.Name}")));

    private static string Query(string name, string value) => $".WithQuery({CSharpText.Literal(name)}, {value})";

    // A method that has overloads is only found with its parameter types.
    private static string Reference(ClientModel client, MethodSignature signature)
    {
        var types = signature.Arguments.Select(argument => argument.Type.TrimEnd('?').Replace('<', '{').Replace('>', '}'));
        return $"{client.Name}Client.{signature.Name}({string.Join(", ", types)})";
    }

    private static void Options(CodeWriter code, ClientModel client, OperationModel operation, OptionsModel options)
    {
        code.Line();
        var method = Reference(client, MethodSignature.Of(operation));
        code.Markup("summary", $"The optional query parameters of <see cref=\"{method}\"/>, and the options of a call.");
        code.Open($"public {Declaration.Of(options)}");
        var isFirst = true;
        foreach (var parameter in options.Parameters)
        {
            if (!isFirst)
                code.Line();
            isFirst = false;
            code.Summary(parameter.Summary);
            if (parameter.Obsolete is { } reason)
                code.Line($"[Obsolete({CSharpText.Literal(reason)})]");
            code.Line($"public {Declaration.PlainOption(parameter)}");
        }

        code.Close();
    }
}
