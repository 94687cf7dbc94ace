using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Names operations: as recorded, or by rule.</summary>
internal sealed class OperationNamer(BuildContext context, ListFinder lists)
{
    /// <summary>Returns the tag that groups an operation, or null if it has none.</summary>
    public static string? Tag(DescribedOperation operation) => (string?)(operation.Node["tags"] as JArray)?.FirstOrDefault();

    /// <summary>Returns the recorded name of an operation, or derives one and records it.</summary>
    public OperationName Name(DescribedOperation operation)
    {
        var isList = lists.Find(operation) is not null;
        if (context.Ledger.Operation(operation.Key, context.Version, IsListByName(operation, isList)) is { } recorded)
            return recorded;

        if (Tag(operation) is not { } tag || Identifier.Words(tag).Count == 0)
        {
            context.Report(
                DescriptionProblemKind.MissingTag, operation, "The operation has no tag to group it by. Add one with an overlay action.");
            tag = "Other";
        }

        var client = OperationNaming.Client(tag);
        if (ReservedNames.IsClient(client))
            client += "Operations";
        var name = OperationNaming.Method(OperationId(operation), client, isList);
        if (context.Ledger.HasMethod(client, name))
            name = Identifier.Pascal(OperationId(operation));
        var result = new OperationName(client, name, Arguments(operation).ToEquatableArray());
        var isKnown = context.Ledger.Operations.ContainsKey(operation.Key);
        context.Ledger.Add(isKnown ? $"{operation.Key}@{context.Version}" : operation.Key, result);
        return result;
    }

    /// <summary>Returns the recorded name of the class with the optional query parameters, or derives one and records it.</summary>
    public string OptionsName(DescribedOperation operation, OperationName name)
    {
        var key = operation.Key + "?";
        if (context.Ledger.Type(key) is { } recorded)
            return recorded;
        var type = Identifier.Singular(name.Client) + name.Method + "Options";
        if (context.Ledger.HasType(type))
            type = name.Client + name.Method + "Options";
        context.Ledger.Add(key, type);
        return type;
    }

    // Null if the operationId and the response contradict each other. The recorded name is then kept.
    private static bool? IsListByName(DescribedOperation operation, bool isList)
    {
        var id = (string?)operation.Node["operationId"] ?? string.Empty;
        return Identifier.Words(id).Count > 0 && OperationNaming.CanName(OperationNaming.Method(id, string.Empty, isList), isList)
            ? isList
            : null;
    }

    private string OperationId(DescribedOperation operation)
    {
        if ((string?)operation.Node["operationId"] is { } id && Identifier.Words(id).Count > 0)
            return id;
        context.Report(
            DescriptionProblemKind.MissingOperationId, operation, "The operation has no operationId. Add one with an overlay action.");
        return operation.Method.ToLowerInvariant() + Identifier.Pascal(operation.Path);
    }

    private static IEnumerable<string> Arguments(DescribedOperation operation)
    {
        var segments = operation.Path.Split('/');
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < segments.Length; i++)
        {
            if (!segments[i].StartsWith("{", StringComparison.Ordinal))
                continue;
            var before = segments[i - 1].StartsWith("{", StringComparison.Ordinal) ? string.Empty : segments[i - 1];
            var name = OperationNaming.FreeArgument(OperationNaming.Argument(before, segments[i].Trim('{', '}')));
            if (taken.Contains(name))
                name = Identifier.Camel(segments[i].Trim('{', '}'));
            while (!taken.Add(name))
                name += "Value";
            yield return name;
        }
    }
}
