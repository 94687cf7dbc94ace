using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>How much of the responses that were recorded from the API the types of a version hold in typed properties.</summary>
public sealed class TypedLeafTests
{
    [EveryVersion]
    public async Task Recorded_responses_are_read_into_typed_properties(VersionUnderTest version)
    {
        var recordings = RecordedOperation.All();
        var leaves = new LeafCount();
        foreach (var recorded in recordings)
        {
            if (recorded.IsError)
                await AddErrorAsync(leaves, version, recorded);
            else
                AddResult(leaves, version, recorded);
        }

        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"{version}: {leaves.TypedPercentage:F2} % of {leaves.Total} leaves in {recordings.Count} responses are typed. Most frequent untyped properties:\n"));
        foreach (var (property, count) in leaves.MostUntyped.Take(10))
            text.Append(CultureInfo.InvariantCulture, $"  {count,5} {property}\n");
        await TestContext.Out.WriteLineAsync(text.ToString());

        Assert.That(recordings, Has.Count.GreaterThan(80));
        Assert.That(leaves.TypedPercentage, Is.GreaterThanOrEqualTo(MinTypedPercentage(version)), text.ToString());
    }

    // The two newest descriptions declare nearly everything that the API sends.
    private static double MinTypedPercentage(VersionUnderTest version) =>
        ApiVersion.Parse(version.Name) < ApiVersion.Parse("2.16") ? 98.5 : 99.3;

    private static void AddResult(LeafCount leaves, VersionUnderTest version, RecordedOperation recorded)
    {
        var operation = version.Operation(recorded.Operation);
        foreach (var (json, type) in Values(operation, recorded))
            leaves.Add(json, JsonConvert.DeserializeObject(json.ToString(Formatting.None), type), type.Name);
    }

    private static IEnumerable<(JToken Json, Type Type)> Values(OperationMethod operation, RecordedOperation recorded)
    {
        var type = operation.ResultType!;
        if (recorded.Element is { Length: > 0 } list && !operation.IsList)
            return [(recorded.Json, ElementType(type, list))];
        if (recorded.Element is not null || !operation.IsList)
            return [(recorded.Json, type)];
        return Items(operation, recorded).Select(item => (item, type));
    }

    // The list is in the described property, or in the property that older versions used.
    private static JArray Items(OperationMethod operation, RecordedOperation recorded) =>
        operation.Descriptor.Items is { Length: > 0 } path && recorded.Json.SelectToken(path) is JArray items ? items
        : recorded.Json is JArray whole ? whole
        : ((JObject)recorded.Json).Properties().Select(member => member.Value).OfType<JArray>().Single();

    /// <summary>Gets the element type of a list that is nested in an object of the same name.</summary>
    private static Type ElementType(Type owner, string list)
    {
        var property = owner.JsonProperties().Single(property => property.JsonName() == list);
        var nested = property.PropertyType.JsonProperties().Single(inner => inner.JsonName() == list);
        return nested.PropertyType.GetGenericArguments()[0];
    }

    private static async Task AddErrorAsync(LeafCount leaves, VersionUnderTest version, RecordedOperation recorded)
    {
        // Errors look the same for every operation, so any operation will do.
        var operation = version.FindOperation(recorded.Operation) ?? version.Operation("GET /contacts");
        using var wire = new WireStub(() => WireStub.JsonResponse(recorded.Json.ToString(Formatting.None), (HttpStatusCode)recorded.Status));
        using var client = (IDisposable)version.CreateClient(wire);
        var call = operation.Invoke(client, new SampleCall(operation).Arguments);
        var exception = (await Assert.CatchAsync<IntercomApiException>(() => OperationMethod.CompleteAsync(call)))!;

        var shown = exception.Errors.SelectMany(error => new[] { error.Code, error.Message, error.Field })
            .Append(exception.RequestId).Append(((int)exception.StatusCode).ToString(CultureInfo.InvariantCulture)).Append("error.list");
        var known = shown.ToHashSet(StringComparer.Ordinal);
        foreach (var leaf in ((JContainer)recorded.Json).DescendantsAndSelf().OfType<JValue>())
        {
            if (leaf.Value is null || known.Contains(leaf.ToString(CultureInfo.InvariantCulture)))
                leaves.Add(leaf, leaf.Value, leaf.Path);
            else
                leaves.AddUntyped(leaf, $"error {leaf.Path}");
        }
    }
}
