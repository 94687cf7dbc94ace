using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Calls every operation of every version based on its description, and validates the response against it.</summary>
public class AllOperationsTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        foreach (var version in FakeClient.Versions)
        {
            using var fake = new FakeIntercom(version);
            foreach (var operation in fake.Operations)
                yield return new TestCaseData(version, operation).SetArgDisplayNames(version, operation);
        }
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Every_operation_returns_its_declared_response(string version, string operation)
    {
        using var client = new FakeClient(version);
        var seeds = await Seeds.CreateAsync(client);
        var description = Description.Of(version);
        var (method, template) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        var item = (JObject)description["paths"]![template]!;
        var declared = (JObject)item[method.ToLowerInvariant()]!;
        var samples = new SampleGenerator(description);

        using var request = new HttpRequestMessage(new HttpMethod(method), seeds.Fill(template));
        AddParameters(request, operation, item, declared, samples, seeds);
        AddBody(request, declared, samples, body => seeds.Correct(operation, body));

        using var response = await client.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.InRange(200, 399), text);
        Assert.That(client.Fake.Requests[^1].Operation, Is.EqualTo(operation));
        Assert.That(client.Fake.Requests[^1].UndeclaredProperties, Is.Empty);

        var successes = ((JObject)declared["responses"]!).Properties().Where(success => success.Name[0] is '2' or '3')
            .OrderBy(success => success.Name, StringComparer.Ordinal).ToList();
        if (successes.Count == 0)
            return;
        Assert.That(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), Is.EqualTo(successes[0].Name));
        if (successes[0].Value["content"]?["application/json"]?["schema"] is not JObject schema)
            return;
        var problems = new SchemaValidator(description).Validate(Parse(text), schema);
        Assert.That(problems, Is.Empty, text);
    }

    [Test]
    public void Every_sample_matches_its_schema([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        var description = Description.Of(version);
        var samples = new SampleGenerator(description);
        var validator = new SchemaValidator(description);
        Assert.Multiple(() =>
        {
            foreach (var schema in ((JObject)description["components"]!["schemas"]!).Properties())
            {
                var sample = samples.Generate((JObject)schema.Value, schema.Name);
                var problems = validator.Validate(sample, (JObject)schema.Value);
                Assert.That(problems, Is.Empty, $"{schema.Name}: {sample.ToString(Formatting.None)}");
            }
        });
    }

    private static void AddParameters(HttpRequestMessage request, string operation, JObject item, JObject declared, SampleGenerator samples, Seeds seeds)
    {
        var query = new List<string>();
        var lists = new[] { item["parameters"], declared["parameters"] }.OfType<JArray>();
        foreach (var parameter in lists.SelectMany(list => list.OfType<JObject>()))
        {
            var name = (string)parameter["name"]!;
            if ((bool?)parameter["required"] != true || name == "Intercom-Version")
                continue;
            var value = seeds.QueryValue(operation, name) ?? samples.Generate((JObject)parameter["schema"]!, name);
            if ((string?)parameter["in"] == "header")
                request.Headers.TryAddWithoutValidation(name, value.ToString());
            else if ((string?)parameter["in"] == "query" && value is JObject members)
                query.AddRange(members.Properties().Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value.ToString())}"));
            else if ((string?)parameter["in"] == "query")
                query.Add($"{name}={Uri.EscapeDataString(value.ToString())}");
        }

        if (query.Count > 0)
            request.RequestUri = new Uri($"{request.RequestUri}?{string.Join("&", query)}", UriKind.Relative);
    }

    private static void AddBody(HttpRequestMessage request, JObject declared, SampleGenerator samples, Action<JObject> correct)
    {
        if (declared["requestBody"]?["content"] is not JObject { First: JProperty content })
            return;
        var body = (JObject)samples.Generate((JObject)content.Value["schema"]!);
        if (content.Name == "application/json")
        {
            correct(body);
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
            return;
        }

        var form = new MultipartFormDataContent("fake-boundary");
        form.Add(new ByteArrayContent("[]"u8.ToArray()), "catalog", "catalog.json");
        form.Add(new StringContent("false"), "finalize");
        request.Content = form;
    }

    private static JToken Parse(string text) =>
        JToken.ReadFrom(new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None });
}
