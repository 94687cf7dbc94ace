using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>What the default rules make of the responses of every operation.</summary>
public class RedactionTests
{
    [TestCaseSource(typeof(FakeIntercom), nameof(FakeIntercom.Versions))]
    public async Task A_recorded_response_is_still_valid(string version)
    {
        var description = Description.Of(version);
        var validator = new SchemaValidator(description);
        var samples = new SampleGenerator(description);
        var problems = new List<string>();
        var count = 0;
        foreach (var (operation, schema) in Responses(description))
        {
            var sample = samples.Generate(schema);
            if (validator.Validate(sample, schema).Count > 0)
                continue;
            count++;
            var recorder = new RecordingHandler(new Sample(sample));
            using var http = new HttpClient(recorder) { BaseAddress = new Uri("https://api.intercom.io") };
            await http.GetAsync("/");
            var recorded = recorder.GetRecording().Exchanges[0].GetResponseBody()!;
            problems.AddRange(validator.Validate(recorded, schema).Select(problem => $"{operation}: {problem}"));
            problems.AddRange(Paths(sample).Except(Paths(recorded)).Select(path => $"{operation}: {path} is missing"));
        }

        Assert.That(count, Is.GreaterThan(50));
        Assert.That(problems, Is.Empty);
    }

    private static IEnumerable<(string Operation, JObject Schema)> Responses(JObject description) =>
        from path in ((JObject)description["paths"]!).Properties()
        from method in ((JObject)path.Value).Properties().Where(member => (member.Value as JObject)?["responses"] is JObject)
        from response in ((JObject)method.Value["responses"]!).Properties().Where(member => member.Name[0] == '2')
        let schema = response.Value["content"]?["application/json"]?["schema"] as JObject
        where schema is not null
        select ($"{method.Name} {path.Name}", schema);

    private static IEnumerable<string> Paths(JToken json) => ((JContainer)json).Descendants().OfType<JProperty>().Select(member => member.Path);

    private sealed class Sample(JToken body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(body.ToString(), System.Text.Encoding.UTF8, "application/json") });
    }
}
