using System.Globalization;
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

        using var request = new SampleRequests(version, seeds).Create(operation);
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

    private static JToken Parse(string text) =>
        JToken.ReadFrom(new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None });
}
