using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// The search builder. The input is JSON that states which expression to build: <c>all</c>, <c>any</c>, <c>raw</c>, or a field, an
/// operator, and a value. An expression is rejected with an <see cref="ArgumentException"/> before it is sent, or it is valid JSON and the
/// fake accepts it.
/// </summary>
internal sealed class SearchTarget : FuzzTarget
{
    private static readonly Search[] Searches =
    [
        new("contacts", typeof(ContactFields), (client, query) => client.Contacts.SearchAsync(query).FirstPageAsync()),
        new("conversations", typeof(ConversationFields), (client, query) => client.Conversations.SearchAsync(query).FirstPageAsync()),
        new("tickets", typeof(TicketFields), (client, query) => client.Tickets.SearchAsync(query).FirstPageAsync()),
    ];

    private static readonly string[] Words =
    [
        "=", "!=", "IN", "NIN", ">", "<", ">=", "<=", "~", "!~", "^", "$", "AND", "OR", "email", "created_at", "custom_attributes.x", "",
    ];

    public override string Name => "search";

    public override IReadOnlyList<string> Tokens =>
    [
        .. Words.Select(text => $"\"{text}\""),
        "\"all\":", "\"any\":", "\"raw\":", "\"sort\":", "\"field\":", "\"op\":", "\"value\":", "\"2026-01-02T03:04:05Z\"",
        "\"\\/Date(0)\\/\"",
        "{\"field\":\"name\",\"op\":\"=\",\"value\":\"a\"}",
        "{\"any\":[{\"field\":\"name\",\"op\":\"=\",\"value\":\"a\"},{\"field\":\"name\",\"op\":\"=\",\"value\":\"b\"}]}",
        "{\"raw\":{\"operator\":\"OR\",\"value\":[]}}",
    ];

    public override bool Run(byte[] input)
    {
        var (header, body) = Split(input);
        var search = Choose(Searches, header, known => known.Name);
        if (Parse(body) is not JObject specified)
            return false;
        SearchExpression? expression;
        try
        {
            expression = Build(specified, search, 0);
            if (specified["sort"] is JObject sort && search.Field((string?)(sort["field"] as JValue)) is { } field)
                expression = expression?.SortBy(field, sort["ascending"] is JValue { Value: true });
        }
        catch (ArgumentException)
        {
            return false;
        }

        if (expression is null)
            return false;
        if (!IsSent(search, expression, IsUntyped(specified, search)))
            return false;
        var text = expression.ToString();
        using (JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 200 }))
        {
            if (!JToken.DeepEquals(Json.Parse(text), Json.Parse(expression.ToJson().ToString(Formatting.None))))
                throw Broken($"ToString and ToJson differ: {text}");
        }

        return true;
    }

    private static JToken? Parse(byte[] body)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(body));
            using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.DateTimeOffset };
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null tests how the builder treats a missing expression.
    private static SearchExpression? Build(JToken? specified, Search search, int depth)
    {
        if (specified is not JObject json || depth > 20)
            return null;
        if (json["all"] is JArray all)
            return SearchExpression.All(all.Select(member => Build(member, search, depth + 1)!));
        if (json["any"] is JArray { Count: 2 } pair)
            return Build(pair[0], search, depth + 1)! | Build(pair[1], search, depth + 1)!;
        if (json["any"] is JArray any)
            return SearchExpression.Any([.. any.Select(member => Build(member, search, depth + 1)!)]);
        if (json.TryGetValue("raw", out var raw))
            return SearchExpression.FromJson((raw as JObject)!);
        var (name, op) = ((string?)(json["field"] as JValue), (string?)(json["op"] as JValue));
        return search.Field(name) is { } field
            ? SearchExpression.Filter(field, op!, json["value"])
            : SearchExpression.Filter(name!, op!, json["value"]);
    }

    // Whether it has the program's own JSON, or a field that this search does not have.
    private static bool IsUntyped(JObject specified, Search search) => specified.DescendantsAndSelf().OfType<JProperty>().Any(member =>
        member.Name == "raw" || (member.Name == "field" && search.Field((string?)(member.Value as JValue)) is null));

    private static bool IsSent(Search search, SearchExpression expression, bool isUntyped)
    {
        // The fake keeps its requests, so each one has its own.
        using var fake = new FakeIntercom("2.16");
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, Retry = { MaxRetries = 0 } };
        using var client = new IntercomClient(options);
        try
        {
            search.SendAsync(client, expression).GetAwaiter().GetResult();
            return true;
        }
        catch (ArgumentException) when (fake.Requests.Count == 0)
        {
            // A lone surrogate, for example, is rejected before sending.
            return false;
        }
        catch (IntercomApiException) when (isUntyped)
        {
            // A program that names its own fields or passes its own JSON is responsible for them.
            return true;
        }
        catch (IntercomApiException e)
        {
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"The fake rejects {expression}: {e.Message}"));
        }
    }

    /// <summary>A search and its fields.</summary>
    private sealed record Search(string Name, Type Fields, Func<IntercomClient, SearchExpression, Task> SendAsync)
    {
        private readonly Dictionary<string, SearchField> _fields = Fields.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (SearchField)property.GetValue(null)!)
            .ToDictionary(field => field.Name, StringComparer.Ordinal);

        public SearchField? Field(string? name) => name is null ? null : _fields.GetValueOrDefault(name);
    }
}
