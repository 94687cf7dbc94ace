using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Creates requests for the operations of a version, with samples of their parameters and bodies and the IDs of a workspace.</summary>
internal sealed class SampleRequests(string version, Seeds seeds)
{
    private readonly JObject _description = Description.Of(version);
    private readonly SampleGenerator _samples = new(Description.Of(version));

    /// <summary>Creates a request.</summary>
    /// <param name="operation">The operation. The names of its placeholders are ignored.</param>
    /// <param name="unknown">The number of the placeholder that gets an unknown ID, or null for none.</param>
    /// <param name="change">Changes the body.</param>
    /// <param name="id">The unknown ID.</param>
    public HttpRequestMessage Create(string operation, int? unknown = null, Action<JObject>? change = null, string id = Seeds.Unknown)
    {
        var (method, template) = (operation.Split(' ')[0], Description.TemplateOf(version, operation));
        var item = (JObject)_description["paths"]![template]!;
        var declared = (JObject)item[method.ToLowerInvariant()]!;
        var request = new HttpRequestMessage(new HttpMethod(method), seeds.Fill(template, unknown, id));
        AddParameters(request, operation, item, declared);
        AddBody(request, operation, declared, change);
        return request;
    }

    private void AddParameters(HttpRequestMessage request, string operation, JObject item, JObject declared)
    {
        var query = new List<string>();
        var lists = new[] { item["parameters"], declared["parameters"] }.OfType<JArray>();
        foreach (var parameter in lists.SelectMany(list => list.OfType<JObject>()))
        {
            var name = (string)parameter["name"]!;
            if ((bool?)parameter["required"] != true || name == "Intercom-Version")
                continue;
            var value = seeds.QueryValue(operation, name) ?? _samples.Generate((JObject)parameter["schema"]!, name);
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

    private void AddBody(HttpRequestMessage request, string operation, JObject declared, Action<JObject>? change)
    {
        if (declared["requestBody"]?["content"] is not JObject { First: JProperty content })
            return;
        if (content.Name == "application/json")
        {
            var body = (JObject)_samples.Generate((JObject)content.Value["schema"]!);
            seeds.Correct(operation, body);
            change?.Invoke(body);
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
            return;
        }

        request.Content = new MultipartFormDataContent("fake-boundary")
        {
            { new ByteArrayContent("[]"u8.ToArray()), "catalog", "catalog.json" },
            { new StringContent("false"), "finalize" },
        };
    }
}
