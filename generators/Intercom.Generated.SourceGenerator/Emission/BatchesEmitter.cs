using System.Globalization;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Jobs;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the methods of a client that send any number of items in requests of a limited size.</summary>
internal static class BatchesEmitter
{
    public static string Emit(EquatableArray<BatchModel> batches, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace,
            "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Intercom.Generated.Runtime");
        var client = $"{batches[0].Client}Client";
        code.Line();
        code.Markup("summary", $"Sends any number of items with <see cref=\"{client}\"/>, in requests of the size that Intercom allows.");
        code.Open($"public static class {client}Batches");
        for (var i = 0; i < batches.Count; i++)
        {
            if (i > 0)
                code.Line();
            Batch(code, batches[i], client);
        }

        code.Close();
        return code.ToString();
    }

    private static void Batch(CodeWriter code, BatchModel batch, string client)
    {
        var size = batch.Size.ToString("N0", CultureInfo.InvariantCulture);
        code.Summary($"Sends items in requests of up to {size} items. Each request is sent when its batch is enumerated.");
        code.Markup(
            "remarks",
            "Intercom reports the result of a request, not of each item. If a request fails, the enumeration throws. "
            + "The batches that were enumerated before have been accepted.");
        code.Parameter("client", "The client.");
        code.Parameter("items", "The items. Only one batch at a time is in memory.");
        if (batch.HasOtherRequired)
            code.Parameter("createRequest", $"Creates the request for a batch, with the batch as {batch.Items}.");
        code.Parameter("options", "The options of the calls, or null for the options of the client.");
        code.Parameter("cancellationToken", "Ends the enumeration.");
        code.Prose("returns", "The batches, in the order of the items.");
        code.Line("/// <exception cref=\"IntercomException\">A call failed.</exception>");
        Method(code, batch, client, "IAsyncEnumerable");
        code.Line();
        var factory = batch.HasOtherRequired ? $" Func{{IList{{{batch.Item}}}, {batch.Request}}}," : string.Empty;
        var types = $"{client}, IAsyncEnumerable{{{batch.Item}}},{factory} RequestOptions?, CancellationToken";
        code.Line($"/// <inheritdoc cref=\"{Name(batch)}({types})\"/>");
        Method(code, batch, client, "IEnumerable");
    }

    private static void Method(CodeWriter code, BatchModel batch, string client, string items)
    {
        string[] factory = batch.HasOtherRequired ? [$"Func<IList<{batch.Item}>, {batch.Request}> createRequest"] : [];
        code.List(
            $"public static IAsyncEnumerable<IntercomBatch<{batch.Item}, {batch.Result}>> {Name(batch)}",
            [
                $"this {client} client", $"{items}<{batch.Item}> items", .. factory, "RequestOptions? options = null",
                "CancellationToken cancellationToken = default",
            ],
            " =>");
        var request = batch.HasOtherRequired ? "createRequest(batch)" : $"new {batch.Request} {{ {batch.Items} = batch }}";
        code.Continued(() => code.List(
            "RequestBatches.SendAsync",
            [
                "items",
                batch.Size.ToString(CultureInfo.InvariantCulture),
                $"(batch, token) => client.{batch.Method}Async({request}, options, token)",
                "cancellationToken",
            ],
            ";"));
    }

    private static string Name(BatchModel batch) => $"{batch.Method}InBatchesAsync";
}
