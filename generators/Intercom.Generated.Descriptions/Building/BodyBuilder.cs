using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds the request and response bodies of operations.</summary>
internal sealed class BodyBuilder(BuildContext context, TypeBuilder types)
{
    /// <summary>Returns the request body, or null if there is none.</summary>
    public BodyModel? Request(DescribedOperation operation)
    {
        if (operation.RequestContent(context.Document)?.Properties().FirstOrDefault() is not { } media)
            return null;
        var type = types.Root(media.Value["schema"], operation.Key + "/request", Name(operation) + "Request");
        return new BodyModel(type, media.Name.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Facts = SchemaFacts.Of(media.Value["schema"], isRequired: false, context.Document),
        };
    }

    /// <summary>Returns the body of a successful response.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isList">Whether it returns a list, whose type is that of the items.</param>
    public ResponseModel Response(DescribedOperation operation, bool isList)
    {
        var success = operation.SuccessResponse(context.Document);
        if (success is null)
            return new ResponseModel(HasRedirect(operation) ? ResponseKind.Stream : ResponseKind.None, null);
        if ((success["content"] as JObject)?.Properties().FirstOrDefault() is not { } media)
            return new ResponseModel(ResponseKind.None, null);
        if ((string?)media.Value["schema"]?["format"] == "binary" || media.Name == "application/octet-stream")
            return new ResponseModel(ResponseKind.Stream, null);
        if (media.Name.StartsWith("text/", StringComparison.Ordinal))
            return new ResponseModel(ResponseKind.Text, null);
        return new ResponseModel(
            ResponseKind.Json,
            isList ? null : types.Root(media.Value["schema"], operation.Key + "/response", Name(operation) + "Response"));
    }

    private static string Name(DescribedOperation operation) =>
        Identifier.Pascal((string?)operation.Node["operationId"] ?? operation.Path);

    private static bool HasRedirect(DescribedOperation operation) =>
        (operation.Node["responses"] as JObject)?.Properties().Any(response => response.Name.StartsWith("3", StringComparison.Ordinal))
            ?? false;
}
