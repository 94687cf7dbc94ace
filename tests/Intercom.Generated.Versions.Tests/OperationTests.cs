using System.Net;
using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Every operation of every version goes over the wire as its description says, and its answer comes back whole.</summary>
public sealed class OperationTests
{
    private static readonly DateTimeOffset SampleTime = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IEnumerable<TestCaseData> Operations() =>
        VersionUnderTest.All.SelectMany(version => version.Methods).Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    /// <summary>The operations that each version is known to have; a new version is compared with its description alone.</summary>
    private static readonly Dictionary<string, int> Counts = new(StringComparer.Ordinal) { ["2.11"] = 108, ["2.12"] = 118, ["2.14"] = 154, ["Preview"] = 256 };

    [Test]
    public void All_versions_are_tested() => Assert.That(VersionUnderTest.All.Select(version => version.Name), Is.SupersetOf(Counts.Keys));

    [TestCaseSource(nameof(Versions))]
    public void Every_operation_of_the_description_is_a_method(VersionUnderTest version)
    {
        var described = ((JObject)version.Description["paths"]!).Properties()
            .SelectMany(path => ((JObject)path.Value).Properties().Where(method => method.Name != "parameters").Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var methods = version.Methods.Select(operation => $"{operation.HttpMethod} {operation.Path}").ToList();

        TestContext.Out.WriteLine($"{version}: {methods.Count} operations, {version.Methods.Count(operation => operation.IsList)} of them lists");
        Assert.That(methods, Is.EquivalentTo(described));
        Assert.That(methods, Has.Count.EqualTo(Counts.GetValueOrDefault(version.Name, methods.Count)));
        Assert.That(version.Methods.Select(operation => operation.Descriptor.Id), Is.Unique);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task An_operation_goes_over_the_wire_as_described(OperationMethod operation)
    {
        using var wire = new RecordingHandler(operation);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        var call = new SampleCall(operation);

        var result = await CompleteAsync(operation.Invoke(client, call.Arguments));

        var request = wire.Request!;
        Assert.Multiple(() =>
        {
            Assert.That(request.Method.Method, Is.EqualTo(operation.HttpMethod));
            Assert.That(request.RequestUri!.AbsolutePath, Is.EqualTo(call.Path));
            Assert.That(ReadQuery(request.RequestUri), Is.EquivalentTo(call.Query));
            Assert.That(request.Headers.Authorization!.ToString(), Is.EqualTo("Bearer fake-token"));
            Assert.That(request.Headers.GetValues("Intercom-Version"), Is.EqualTo([operation.Version.Name]));
            Assert.That(request.Headers.UserAgent.ToString(), Does.StartWith("Intercom.Generated."));
            Assert.That(request.Headers.Accept.ToString(), Is.EqualTo(operation.Descriptor.Accept));
        });
        if (call.Body is { } body)
        {
            var sent = Json.Parse(wire.Body!);
            Assert.That(JToken.DeepEquals(sent, body), Is.True, () => $"sent {sent.ToString(Formatting.None)}\nmeant {body.ToString(Formatting.None)}");
            var problems = new SchemaValidator(operation.Version.Description).Validate(sent, operation.RequestBody()!.Value.Schema!);
            Assert.That(problems, Is.Empty);
        }
        else if (operation.RequestBody() is null)
        {
            Assert.That(wire.Body, Is.Null);
        }

        CheckAnswer(operation, wire.Answer, result);
    }

    private static void CheckAnswer(OperationMethod operation, JToken? answer, object? result)
    {
        if (answer is null)
            return;
        if (result is string text)
        {
            Assert.That(text, Is.Not.Empty);
            return;
        }

        var expected = operation.IsList && operation.Descriptor.Items is { Length: > 0 } path ? answer.SelectToken(path)! : answer;
        Assert.That(ModelGraph.Untyped(result), Is.Empty, "the answer's description holds more than its type");
        Assert.That(JsonComparison.Differences(expected, Json.Parse(JsonConvert.SerializeObject(result))), Is.Empty);
    }

    private static async Task<object?> CompleteAsync(object call)
    {
        if (call is Task task)
        {
            await task;
            var result = task.GetType().GetProperty("Result")?.GetValue(task);
            if (result is not IntercomDownload download)
                return result?.GetType().Name == "VoidTaskResult" ? null : result;
            using (download)
            using (var content = new MemoryStream())
            {
                await download.Content.CopyToAsync(content);
                Assert.That(content.ToArray(), Is.EqualTo(RecordingHandler.File));
                return null;
            }
        }

        var page = (Task)call.GetType().GetMethod(nameof(IntercomPageable<>.FirstPageAsync))!.Invoke(call, [CancellationToken.None])!;
        await page;
        var read = page.GetType().GetProperty("Result")!.GetValue(page)!;
        return read.GetType().GetProperty("Items")!.GetValue(read);
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadQuery(Uri uri) =>
        uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));

    /// <summary>Arguments for a method, and what they should look like on the wire.</summary>
    private sealed class SampleCall
    {
        private readonly SampleGenerator _samples;

        public SampleCall(OperationMethod operation)
        {
            _samples = new SampleGenerator(operation.Version.Description);
            Path = operation.Path;
            var placeholders = operation.Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]).ToList();
            var required = operation.Parameters().Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true && Exploded(operation.Version.Description, parameter) is [_])
                .Select(parameter => (string)parameter["name"]!).ToList();
            var arguments = new List<object?>();
            foreach (var parameter in operation.Method.GetParameters())
                arguments.Add(Argument(operation, parameter, placeholders, required));
            Arguments = [.. arguments];
        }

        public object?[] Arguments { get; }

        public string Path { get; private set; }

        public List<KeyValuePair<string, string>> Query { get; } = [];

        public JToken? Body { get; private set; }

        private object? Argument(OperationMethod operation, ParameterInfo parameter, List<string> placeholders, List<string> required)
        {
            if (parameter.Name == "request")
                return Request(operation, parameter.ParameterType);
            if (parameter.Name == "query")
                return Options(operation, parameter.ParameterType, required);
            if (parameter.Position < placeholders.Count)
            {
                var value = $"{placeholders[parameter.Position]} 1/2";
                Path = Path.Replace($"{{{placeholders[parameter.Position]}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                return value;
            }

            if (parameter.HasDefaultValue)
                return parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
            var name = required.Where(candidate => !placeholders.Contains(candidate)).ElementAt(parameter.Position - placeholders.Count);
            return Sample(parameter.ParameterType, name);
        }

        private object Request(OperationMethod operation, Type type)
        {
            var (mediaType, schema) = operation.RequestBody()!.Value;
            if (mediaType.StartsWith("multipart/", StringComparison.Ordinal))
            {
                var form = Activator.CreateInstance(type)!;
                var file = Array.Find(type.GetProperties(), property => property.PropertyType == typeof(UploadFile))!;
                file.SetValue(form, new UploadFile(new MemoryStream([1, 2, 3]), "catalog.csv"));
                return form;
            }

            Body = _samples.Generate(schema!);
            var request = JsonConvert.DeserializeObject(Body.ToString(), type)!;
            Assert.That(ModelGraph.Untyped(request), Is.Empty, "the request's description holds more than its type");
            return request;
        }

        private object Options(OperationMethod operation, Type type, List<string> required)
        {
            var names = operation.Parameters()
                .Where(parameter => (string?)parameter["in"] == "query" && !required.Contains((string)parameter["name"]!))
                .SelectMany(parameter => Exploded(operation.Version.Description, parameter))
                .ToDictionary(name => name.Replace("_", string.Empty, StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);
            var options = Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties())
                property.SetValue(options, Sample(property.PropertyType, names[property.Name]));
            return options;
        }

        private static List<string> Exploded(JObject document, JObject parameter)
        {
            var schema = document.Resolve(parameter["schema"]!);
            var alternatives = (schema["oneOf"] as JArray)?.Select(document.Resolve).ToList();
            return alternatives is null
                ? [(string)parameter["name"]!]
                : [.. alternatives.SelectMany(item => ((JObject)item["properties"]!).Properties().Select(property => property.Name)).Distinct()];
        }

        private object Sample(Type declared, string name)
        {
            var type = Nullable.GetUnderlyingType(declared) ?? declared;
            if (type.IsGenericType)
            {
                var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
                list.Add(Sample(type.GetGenericArguments()[0], name));
                return list;
            }

            (object value, string text) = type switch
            {
                _ when type == typeof(string) => ($"{name} & more", $"{name} & more"),
                _ when type == typeof(long) => (42L, "42"),
                _ when type == typeof(bool) => ((object)true, "true"),
                _ when type == typeof(DateTimeOffset) => (SampleTime, "1767323045"),
                _ when typeof(IOpenEnum).IsAssignableFrom(type) => (Activator.CreateInstance(type, "some_value")!, "some_value"),
                _ => throw new NotSupportedException($"{type} of {name}"),
            };
            Query.Add(KeyValuePair.Create(name, text));
            return value;
        }
    }

    /// <summary>Keeps the request and answers with a sample of the described answer.</summary>
    private sealed class RecordingHandler(OperationMethod operation) : HttpMessageHandler
    {
        public static readonly byte[] File = [0x1f, 0x8b, 7, 7, 7];

        public HttpRequestMessage? Request { get; private set; }

        public string? Body { get; private set; }

        public JToken? Answer { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Request is not null)
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(File) };
            Request = request;
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var (status, content) = operation.Success();
            var response = new HttpResponseMessage((HttpStatusCode)status);
            if (status is >= 300 and < 400)
                response.Headers.Location = new Uri("https://files.example.test/recording");
            if (content is not { } described)
                return response;
            if ((string?)described.Schema?["format"] == "binary")
            {
                response.Content = new ByteArrayContent(File);
                return response;
            }

            Answer = new SampleGenerator(operation.Version.Description).Generate(described.Schema!);
            var text = described.MediaType == "text/plain" ? (string)Answer! : Answer.ToString(Formatting.None);
            response.Content = new StringContent(text, Encoding.UTF8, described.MediaType);
            return response;
        }
    }
}
