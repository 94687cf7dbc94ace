using System.Net;
using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Every operation of every version sends the described request and reads the complete response.</summary>
public sealed class OperationTests
{
    public static IEnumerable<TestCaseData> Operations() =>
        VersionUnderTest.All.SelectMany(version => version.Methods).Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Every_described_operation_has_a_method(VersionUnderTest version)
    {
        var described = ((JObject)version.Description["paths"]!).Properties()
            .SelectMany(path => ((JObject)path.Value).Properties().Where(method => method.Name != "parameters").Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var methods = version.Methods.Select(operation => $"{operation.HttpMethod} {operation.Path}").ToList();

        TestContext.Out.WriteLine($"{version}: {methods.Count} operations, {version.Methods.Count(operation => operation.IsList)} of them lists");
        Assert.That(methods, Is.EquivalentTo(described));
        Assert.That(methods, Has.Count.GreaterThan(50));
        Assert.That(version.Methods.Select(operation => operation.Descriptor.Id), Is.Unique);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Sends_the_described_request_and_reads_the_response(OperationMethod operation)
    {
        using var wire = new RecordingHandler(operation);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        var call = new SampleCall(operation);

        var result = await OperationMethod.CompleteAsync(operation.Invoke(client, call.Arguments));

        var request = wire.Request!;
        Assert.Multiple(() =>
        {
            Assert.That(request.Method.Method, Is.EqualTo(operation.HttpMethod));
            Assert.That(request.RequestUri!.AbsolutePath, Is.EqualTo(call.Path));
            Assert.That(ReadQuery(request.RequestUri), Is.EquivalentTo(call.Query));
            Assert.That(request.Headers.Authorization!.ToString(), Is.EqualTo("Bearer fake-token"));
            Assert.That(request.Headers.GetValues("Intercom-Version"), Is.EqualTo([DeclaredVersion(operation)]));
            Assert.That(request.Headers.UserAgent.ToString(), Does.StartWith("Intercom.Generated."));
            Assert.That(request.Headers.Accept.ToString(), Is.EqualTo(operation.Descriptor.Accept));
        });
        if (call.Body is { } body)
        {
            var sent = Json.Parse(wire.Body!);
            Assert.That(JToken.DeepEquals(sent, body), Is.True, () => $"sent {sent.ToString(Formatting.None)}\nexpected {body.ToString(Formatting.None)}");
            var problems = new SchemaValidator(operation.Version.Description).Validate(sent, operation.RequestBody()!.Value.Schema!);
            Assert.That(problems, Is.Empty);
        }
        else if (operation.RequestBody() is null)
        {
            Assert.That(wire.Body, Is.Null);
        }

        CheckResult(operation, wire.Response, result);
    }

    [Test]
    public void Sends_the_spelling_of_the_version_that_the_operation_declares() => Assert.That(
        VersionUnderTest.All.SelectMany(version => version.Methods).Where(operation => DeclaredVersion(operation) != operation.Version.Name)
            .Select(operation => (operation.Version.Name, operation.Descriptor.VersionHeader)),
        Is.EqualTo(Enumerable.Repeat(("Preview", "preview"), 8)));

    // Adding the first optional query parameter to an operation adds an overload, so existing callers keep compiling.
    [TestCaseSource(nameof(Versions))]
    public async Task Optional_query_parameters_can_be_omitted(VersionUnderTest version)
    {
        foreach (var operation in version.Methods.Where(operation => operation.Method.GetParameters().Any(parameter => parameter.Name == "query")))
        {
            var parameters = operation.Method.GetParameters();
            var overload = operation.Method.DeclaringType!.GetMethod(
                operation.Method.Name, [.. parameters.Where(parameter => parameter.Name != "query").Select(parameter => parameter.ParameterType)]);
            Assert.That(overload?.IsVirtual, Is.True, $"{operation} has no overload without query");

            using var wire = new RecordingHandler(operation);
            using var client = (IDisposable)version.CreateClient(wire);
            var call = new SampleCall(operation);
            var owner = version.ClientType.GetProperty(operation.Method.DeclaringType.Name[..^"Client".Length])!.GetValue(client);
            await OperationMethod.CompleteAsync(overload!.Invoke(owner, [.. call.Arguments.Where((_, index) => parameters[index].Name != "query")])!);

            var required = operation.Parameters().Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true).Select(parameter => (string)parameter["name"]!);
            Assert.That(wire.Request!.RequestUri!.AbsolutePath, Is.EqualTo(call.Path));
            Assert.That(ReadQuery(wire.Request.RequestUri).Select(parameter => parameter.Key), Is.SubsetOf(required), operation.ToString());
        }
    }

    private static void CheckResult(OperationMethod operation, JToken? response, object? result)
    {
        if (result is byte[] file)
            Assert.That(file, Is.EqualTo(RecordingHandler.File));
        if (response is null)
            return;
        if (result is string text)
        {
            Assert.That(text, Is.Not.Empty);
            return;
        }

        var expected = operation.IsList && operation.Descriptor.Items is { Length: > 0 } path ? response.SelectToken(path)! : response;
        Assert.That(ModelGraph.Untyped(result), Is.Empty, "The type must have every described property.");
        Assert.That(JsonComparison.Differences(expected, Json.Parse(JsonConvert.SerializeObject(result))), Is.Empty);
    }

    // An operation can declare the header value with a different spelling than the version.
    private static string DeclaredVersion(OperationMethod operation)
    {
        var header = operation.Parameters().SingleOrDefault(parameter => (string?)parameter["name"] == "Intercom-Version");
        var values = header is null ? null : operation.Version.Description.Resolve(header["schema"]!)["enum"]?.Values<string>();
        return values?.Contains(operation.Version.Name) == false ? values.Single()! : operation.Version.Name;
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadQuery(Uri uri) =>
        uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));
}
