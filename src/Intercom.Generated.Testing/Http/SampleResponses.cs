using System.Text;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Http;

/// <summary>Responds to operations without stored data: with a sample of the declared response that reflects the request.</summary>
internal static class SampleResponses
{
    public static FakeResponse Create(Call call)
    {
        var declared = call.Operation.Response;
        if (declared.Status is >= 300 and < 400)
            return new FakeResponse(declared.Status) { Location = $"https://example.test{call.Request.Path}" };
        if (declared.Status == 204)
            return new FakeResponse(204);
        if (declared.Schema is null)
            return new FakeResponse(declared.Status);
        if (!IsJson(declared.ContentType))
        {
            var text = call.Sample() is JValue { Value: string sample } ? sample : "sample";
            return new FakeResponse(declared.Status, Encoding.UTF8.GetBytes(text), $"{declared.ContentType}; charset=utf-8");
        }

        var body = call.Sample();
        if (body is JObject members)
            Echo(call, members);
        return call.Respond(body);
    }

    /// <summary>Copies the request's body properties and path IDs to the properties of the response that accept them.</summary>
    private static void Echo(Call call, JObject body)
    {
        var description = call.Description;
        var properties = description.Graph.Properties(call.Operation.Response.Schema!);
        foreach (var member in call.Body.Properties())
        {
            if (properties.TryGetValue(member.Name, out var schema) && description.Validator.IsValid(member.Value, schema))
                body[member.Name] = member.Value;
        }

        // An ID at the end of the path identifies the returned resource.
        var names = call.NamedPathValues.ToList();
        if (names.Count > 0 && PathSegments.IsPlaceholder(call.Operation.Segments[call.Operation.Segments.Count - 1]))
            EchoId("id", names[names.Count - 1].Value);
        foreach (var value in names.Where(value => value.Key != "id"))
            EchoId(value.Key, value.Value);

        void EchoId(string name, string value)
        {
            if (!properties.TryGetValue(name, out var schema))
                return;
            JToken? id = description.Graph.TypeOf(schema) switch
            {
                "string" => value,
                "integer" when long.TryParse(value, out var number) => number,
                _ => null,
            };
            if (id is not null && description.Validator.IsValid(id, schema))
                body[name] = id;
        }
    }

    private static bool IsJson(string? contentType) =>
        contentType is not null && contentType.Contains("json", StringComparison.OrdinalIgnoreCase);
}
