using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>A client reads responses like the reference reader, or fails with the same problem and path.</summary>
internal sealed class ResponseTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public async Task Reads_the_response_of_every_operation(VersionUnderTest version)
    {
        var differences = new List<string>();
        var operations = version.Methods.Where(method => !method.IsList && method.ResultType is { } type && type != typeof(string) && type != typeof(IntercomDownload)).ToList();
        foreach (var operation in operations)
        {
            var entryPoints = EntryPoints.Of(operation.ResultType!);
            foreach (var text in new[] { Samples.Valid(operation.ResultType!), "{}", "{\"id\":5,\"type\":[1.50],\"x\":null}", "[{\"id\":5}]" })
            {
                var body = Encoding.UTF8.GetBytes(text);
                var expected = entryPoints.ReadReference(body);
                if (ObjectComparison.Difference(await CallAsync(operation, body), expected.Value) is { } difference)
                    differences.Add($"{operation} {text}: {difference}");
            }
        }

        TestContext.Out.WriteLine($"{version}: {operations.Count} operations");
        Assert.That(operations, Has.Count.GreaterThan(50));
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public async Task Reports_the_same_problem_for_an_invalid_body()
    {
        var whole = Samples.Valid(typeof(Tag));
        string[] texts =
        [
            string.Empty, " ", "\n", "<html>", " <a/>", "\ufeff<a/>", "null", "5", "\"x\"", "[]", "[{}]", "true",
            "{", "}", "{\"a\":", "{\"a\":tru", "{\"a\":[1,{\"b\":nul", "{\"a\":[1,{\"b\":\"\\u00", "{\"a\":[1,{\"b\":1.", "{}{}", "{} x",
            "{\"id\":'5'}", "{\"id\":NaN}", "{\"a\":[undefined]}", "{\"a\":[{\"b\":new Date(1)}]}",
            $"{{\"a\":{new string('[', 128)}{new string(']', 128)}}}", $"{{\"a\":{new string('[', 127)}{new string(']', 127)}}}", "{\"a\":[1e400],\"b\":'x'}",
            .. Enumerable.Range(1, whole.Length).Select(length => whole[..length]),
        ];
        byte[][] bodies =
        [
            .. texts.Select(Encoding.UTF8.GetBytes),
            [.. "[\""u8, 0xFF, .. "\"]"u8], [.. "{\"a\":\""u8, 0xC3, .. "\"}"u8], [.. "{\""u8, 0xED, 0xA0, 0x80, .. "\":1}"u8], [.. "{\0}"u8], Encoding.Unicode.GetBytes("{}"),
        ];
        var differences = new List<string>();
        foreach (var body in bodies)
        {
            var (own, expected) = (await ReadAsync<Tag>(body), ReadTokens<Tag>(body));
            if (own.Problem != expected.Problem || ObjectComparison.Difference(own.Value, expected.Value) is not null)
                differences.Add($"{Encoding.UTF8.GetString(body)}: {own} vs. {expected}");
        }

        Assert.That(differences, Is.Empty);
    }

    // Larger than one read, so the body has several segments.
    [Test]
    public async Task Reports_the_same_problem_for_a_large_invalid_body()
    {
        var item = Samples.Valid(typeof(Contact));
        var whole = $"{{\"x\":[{string.Join(',', Enumerable.Repeat(item, 40))}],\"id\":\"5\"}}";
        Assert.That(whole, Has.Length.GreaterThan(2 * ResponseBody.UsualSize));
        var differences = new List<string>();
        foreach (var length in Enumerable.Range(0, 60).Select(i => whole.Length - (i * 223)).Append(ResponseBody.UsualSize).Where(length => length > 0))
        {
            var body = Encoding.UTF8.GetBytes(whole[..length]);
            var (own, expected) = (await ReadAsync<Tag>(body), ReadTokens<Tag>(body));
            if (own.Problem != expected.Problem || ObjectComparison.Difference(own.Value, expected.Value) is not null)
                differences.Add($"{length} bytes: {own} vs. {expected}");
        }

        Assert.That(differences, Is.Empty);
    }

    private static async Task<object?> CallAsync(OperationMethod operation, byte[] body)
    {
        using var handler = new StubHandler(body);
        using var client = (IDisposable)operation.Version.CreateClient(handler);
        var arguments = operation.Method.GetParameters().Select(parameter => parameter switch
        {
            { ParameterType: var type } when type == typeof(CancellationToken) => CancellationToken.None,
            { HasDefaultValue: true } => null,
            { Name: "query" } => Activator.CreateInstance(parameter.ParameterType),
            _ => ModelSamples.Create(parameter.ParameterType),
        });
        try
        {
            return await OperationMethod.CompleteAsync(operation.Invoke(client, [.. arguments]));
        }
        catch (IntercomResponseException e) when (e.Problem == ResponseProblem.WrongShape)
        {
            return null;
        }
    }

    private static async Task<(object? Value, (ResponseProblem, string?)? Problem)> ReadAsync<T>(byte[] body)
    {
        using var invoker = StubHandler.Invoker(body);
        try
        {
            return (await invoker.SendAsync<T>(new ApiRequest(new ApiOperation("Things.Get", "GET", "/things")), null, default), null);
        }
        catch (IntercomResponseException e)
        {
            return (null, (e.Problem, e.JsonPath));
        }
    }

    private static (object? Value, (ResponseProblem, string?)? Problem) ReadTokens<T>(byte[] body)
    {
        if (body.Length == 0)
            return (null, (ResponseProblem.Empty, null));
        try
        {
            var json = WireFormat.Parse(body);
            if (JsonTokens.IsNewtonsoftOnly(json))
                return (null, (ResponseProblem.NotJson, null));
            return ReferenceReader.TryRead(json, typeof(T), out var value) ? (value, null) : (null, (ResponseProblem.WrongShape, json.Path));
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            var isHtml = Encoding.UTF8.GetString(body).TrimStart('\ufeff', ' ', '\n').StartsWith('<');
            return (null, (isHtml ? ResponseProblem.Html : ResponseProblem.NotJson, e is JsonReaderException { Path: { Length: > 0 } path } ? path : null));
        }
    }
}
