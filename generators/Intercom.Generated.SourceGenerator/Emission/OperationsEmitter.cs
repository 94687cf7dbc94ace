using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>The facts about an operation that the runtime needs.</summary>
internal sealed record OperationEntry(
    string Member,
    string Id,
    string Method,
    string Path,
    string? Items,
    PagingInput Input,
    bool IsScroll,
    bool IsMultipart,
    ResponseKind Response,
    string? VersionHeader)
{
    /// <summary>The place of the items in the published description; null if the overlay has not changed it.</summary>
    public string? PublishedItems { get; init; }

    public static OperationEntry Of(OperationModel operation) => new(
        MemberName(operation),
        operation.Id,
        operation.Method,
        operation.Path,
        operation.Paging?.ItemsPath,
        operation.Paging?.Input ?? PagingInput.Query,
        operation.Paging?.IsScroll ?? false,
        operation.Body?.IsMultipart ?? false,
        operation.Response.Kind,
        operation.VersionHeader)
    {
        PublishedItems = operation.Paging?.PublishedItemsPath,
    };

    public static string MemberName(OperationModel operation) => operation.Client + operation.Name;
}

/// <summary>Emits the table of operations: a descriptor for each.</summary>
internal static class OperationsEmitter
{
    public static string Emit(EquatableArray<OperationEntry> operations, string version, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System.Collections.Generic", "Intercom.Generated.Runtime");
        code.Line();
        code.Summary($"The operations of version {version} of the Intercom API.");
        code.Open("public static class IntercomOperations");
        code.Line($"/// <summary>All {operations.Count} operations, by client and in the published order.</summary>");
        code.Line("public static IReadOnlyList<ApiOperation> All => field ??=");
        code.Line("[");
        foreach (var operation in operations)
            code.Continued($"{operation.Member},");
        code.Line("];");
        foreach (var operation in operations)
        {
            code.Line();
            code.Line($"/// <summary><c>{operation.Method} {XmlText.Content(operation.Path)}</c></summary>");
            var arguments = string.Join(", ", new[] { operation.Id, operation.Method, operation.Path }.Select(CSharpText.Literal));
            code.Member($"public static ApiOperation {operation.Member} =>", $"field ??= new({arguments}){Details(operation)};");
        }

        code.Close();
        return code.ToString();
    }

    private static string Details(OperationEntry operation)
    {
        var details = new List<string>();
        if (operation.Items is { } items)
            details.Add($"Items = {CSharpText.Literal(items)}");
        if (operation.PublishedItems is { } published)
            details.Add($"PublishedItems = {CSharpText.Literal(published)}");
        if (operation.Input != PagingInput.Query)
            details.Add($"PagingInput = PagingInput.{operation.Input}");
        if (operation.IsScroll)
            details.Add("IsScroll = true");
        if (operation.IsMultipart)
            details.Add("IsMultipart = true");
        if (operation.Response is ResponseKind.Text)
            details.Add("Accept = \"text/plain\"");
        if (operation.Response is ResponseKind.Stream)
            details.Add("Accept = \"application/octet-stream\"");
        if (operation.VersionHeader is { } header)
            details.Add($"VersionHeader = {CSharpText.Literal(header)}");
        return details.Count == 0 ? string.Empty : $" {{ {string.Join(", ", details)} }}";
    }
}
