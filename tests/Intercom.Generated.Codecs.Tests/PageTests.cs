using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>A page whose items are read while streaming equals a page read from the complete response.</summary>
internal sealed class PageTests
{
    // L is the name of the list. For a list inside an object, L is also the name of the object.
    private static readonly string[] Envelopes =
    [
        "{}", "{\"type\":\"list\"}", "{\"L\":[]}", "{\"L\":null}", "{\"L\":[{\"id\":\"1\"}]}", "{\"type\":\"list\",\"L\":[{\"id\":\"1\"},null,{\"id\":2,\"x\":[1.0]}],\"total_count\":3}",
        "{\"L\":{}}", "{\"L\":{\"id\":\"1\"}}", "{\"L\":\"x\"}", "{\"L\":5}", "{\"L\":true}", "{\"L\":[5]}", "{\"L\":[[]]}", "{\"L\":[{},\"x\"]}", "{\"L\":[{}],\"x\":[1,{\"L\":[{}]}]}",
        "{\"L\":[{\"id\":\"1\"}],\"L\":[{\"id\":\"2\"}]}", "{\"L\":[{\"id\":\"1\"}],\"L\":null}", "{\"L\":null,\"L\":[{\"id\":\"1\"}]}",
        "{\"L\":[5],\"L\":[{\"id\":\"1\"}]}", "{\"L\":[{\"id\":\"1\"}],\"L\":[5]}", "{\"L\":[{\"id\":\"1\"}],\"L\":{}}",
        "{\"L\":[{\"id\":\"1\"}],\"L\":\"x\"}", "{\"\\u004c\":[{\"id\":\"1\"}]}", "{\"l\":[{\"id\":\"1\"}]}", "{\"LL\":[{\"id\":\"1\"}]}",
        "{\"L\\ud800\":[{\"id\":\"1\"}]}", "{\"L\":[{\"id\":\"\\ud800\"}],\"\\ud800\":1}",
        "{\"a\":1,\"L\":[{}],\"a\":2,\"b\":null,\"b\":{}}", "{\"id\":\"1\",\"name\":\"single\"}", "{\"type\":\"contact\",\"id\":\"1\"}",
        "{\"L\":null,\"total_count\":0}", "{\"type\":\"error.list\",\"L\":[]}", "{\"L\":[{}],\"total_count\":2}",
        "{\"id\":\"1\",\"L\":null}", "{\"id\":\"1\",\"pages\":{}}", "{\"id\":1e400}", "{\"id\":\"1\",\"x\":1e400,\"L\":{}}", "{\"L\":[{\"x\":1e400}],\"total_count\":1e400}",
        "{\"L\":[{}],\"total_count\":\"7\",\"pages\":{\"next\":{\"starting_after\":\"a\"}}}",
        "{\"pages\":{\"next\":\"https://x/?page=2\",\"page\":1,\"total_pages\":3},\"L\":[{}]}", "{\"L\":[{}],\"scroll_param\":\"s\"}", "{\"L\":[],\"scroll_param\":\"s\"}",
        "{\"L\":[{}],\"has_more\":true,\"next_cursor\":\"c\"}", "{\"L\":[{}],\"pages\":{\"page\":1,\"total_pages\":2}}",
        "{\"L\":[{}],\"pages\":null,\"total_count\":null}", "{\"L\":[{}],\"pages\":{\"page\":1},\"pages\":{\"next\":{\"starting_after\":\"b\"}}}",
        "[]", "[{\"id\":\"1\"}]", "[{\"id\":\"1\"},null]", "[5]", "[[]]", "[{\"L\":[]}]", "null", "5", "\"x\"", "true", "{\"M\":{\"L\":[{}]}}",
        "{\"L\":[{\"id\":\"1\"}]", "{\"L\":[{\"id\":\"1\"},]}", "{'L':[{'id':'1'}]}", "{\"L\":[{\"id\":\"1\"}]}x",
        "{\"L\":[{\"id\":NaN}]}", "{\"L\":[{\"id\":\"\u0001\"}]}", "{\"L\":[{\"id\":01}],\"x\":'y'}", "<html></html>", " \n", "",
    ];

    private static readonly string[] Inner = ["{\"L\":E}", "{\"L\":E,\"L\":{}}", "{\"L\":{},\"L\":E}", "{\"L\":E,\"L\":null}", "{\"x\":1,\"L\":E,\"y\":2}"];

    public static IEnumerable<TestCaseData> Lists =>
        from items in new[] { string.Empty, "L", "L.L", "L.M.L" }
        from type in new[] { typeof(Contact), typeof(Company), typeof(ContactAvatar), typeof(JToken), typeof(string), typeof(long) }
        select new TestCaseData(items, type).SetArgDisplayNames(items.Length == 0 ? "root" : items, type.Name);

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Lists))]
    public async Task Reads_envelopes_of_every_shape(string items, Type type)
    {
        var texts = items.Contains('.', StringComparison.Ordinal)
            ? Envelopes.Concat(from inner in Inner from envelope in Envelopes where envelope.StartsWith('{') select inner.Replace("E", envelope, StringComparison.Ordinal))
            : Envelopes;
        await CheckAsync(Reader.Of(type), Operation(items), texts.Select(Encoding.UTF8.GetBytes));
    }

    [TestCaseSource(nameof(Versions))]
    public async Task Reads_the_lists_of_every_version(VersionUnderTest version)
    {
        foreach (var list in version.Methods.Where(method => method.IsList))
        {
            var item = Samples.Valid(list.ResultType!);
            var name = list.Descriptor.Items!.Split('.')[^1];
            string[] texts = [$"[{item},{item}]", $"{{\"{name}\":[{item},null,{item}],\"total_count\":2}}", $"{{\"{name}\":[{item},5]}}", $"{{\"{name}\":{item}}}", item];
            await CheckAsync(Reader.Of(list.ResultType!), Operation(list.Descriptor.Items), texts.Select(Encoding.UTF8.GetBytes));
        }
    }

    private static ApiOperation Operation(string items) => new("Things.List", "GET", "/things") { Items = items, PagingInput = PagingInput.QueryPage };

    private static async Task CheckAsync(Reader reader, ApiOperation operation, IEnumerable<byte[]> bodies)
    {
        var differences = new List<string>();
        foreach (var body in bodies)
        {
            var (page, expected) = (await reader.ReadAsync(operation, body), reader.ReadReference(operation, body));
            if (Difference(page, expected) is { } difference)
                differences.Add($"{Encoding.UTF8.GetString(body)}: {difference}");
        }

        Assert.That(differences, Is.Empty);
    }

    private static string? Difference(Page left, Page right)
    {
        if ((left.Continuation, left.TotalCount, left.Problem) != (right.Continuation, right.TotalCount, right.Problem))
            return $"{left} vs. {right}";
        if ((left.Envelope is null) != (right.Envelope is null))
            return "one has no envelope";
        return ObjectComparison.Difference(left.Items, right.Items) ?? (left.Envelope is null ? null : JsonTokens.Difference(left.Envelope, right.Envelope!));
    }

    /// <summary>A page or the problem with it.</summary>
    private sealed record Page(System.Collections.IList? Items, string? Continuation, long? TotalCount, JObject? Envelope, (ResponseProblem, string?)? Problem = null);

    private abstract class Reader
    {
        public static Reader Of(Type type) => (Reader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(type))!;

        public abstract Task<Page> ReadAsync(ApiOperation operation, byte[] body);

        /// <summary>Parses the complete response and reads the items by reflection, without codecs.</summary>
        public abstract Page ReadReference(ApiOperation operation, byte[] body);
    }

    private sealed class Reader<T> : Reader
    {
        public override async Task<Page> ReadAsync(ApiOperation operation, byte[] body)
        {
            using var invoker = StubHandler.Invoker(body);
            try
            {
                var page = await invoker.List<T>(new ApiRequest(operation), null, default).FirstPageAsync();
                return new Page(page.Items.ToList(), page.Continuation, page.TotalCount, page.Envelope);
            }
            catch (IntercomResponseException e)
            {
                return Wrong(e.Problem, e.JsonPath);
            }
        }

        public override Page ReadReference(ApiOperation operation, byte[] body)
        {
            if (body.Length == 0)
                return Wrong(ResponseProblem.Empty);
            JToken json;
            try
            {
                json = WireFormat.Parse(body);
            }
            catch (JsonException e)
            {
                return Wrong(body[0] == '<' ? ResponseProblem.Html : ResponseProblem.NotJson, e is JsonReaderException { Path: { Length: > 0 } jsonPath } ? jsonPath : null);
            }

            // Only Newtonsoft.Json accepts this.
            if (JsonTokens.IsNewtonsoftOnly(json))
                return Wrong(ResponseProblem.NotJson);
            var path = operation.Items!;
            var list = path.Length == 0 || json is not JObject ? json : path.Split('.').Aggregate((JToken?)json, (owner, name) => (owner as JObject)?[name]);
            if (json is JObject around && list is null or { Type: JTokenType.Null })
            {
                if (IsItem(around))
                    list = new JArray(around);
                else if (Envelope(around) is { SaysEmpty: true, IsError: false })
                    list = new JArray();
                else
                    return Wrong(ResponseProblem.WrongShape, path);
            }

            if ((path.Length > 0 && json is not JObject) || !ReferenceReader.TryRead(list!, typeof(List<T>), out var items))
                return Wrong(ResponseProblem.WrongShape, list!.Path);
            list!.Parent?.Remove();
            if (json is not JObject envelope)
                return new Page((List<T>)items!, null, null, null);
            var read = Envelope(envelope);
            if (read.IsError)
                return Wrong(ResponseProblem.WrongShape, "type");
            var next = read.Next(operation, null, ((List<T>)items!).Count, default(ListProgress));
            return next.Problem is null
                ? new Page((List<T>)items!, next.Cursor?.ToString(), read.TotalCount, envelope)
                : Wrong(ResponseProblem.WrongShape, next.Path);
        }

        private static PageEnvelope Envelope(JObject json) =>
            new(System.Text.Json.JsonDocument.Parse(WireFormat.Write((JToken)json, JsonCodecs.Token)).RootElement);

        private static bool IsItem(JObject json) =>
            typeof(IntercomModel).IsAssignableFrom(typeof(T))
            && json["id"] is not null
            && json["pages"] is null
            && string.Equals((string?)(json["type"] as JValue), typeof(T).Name, StringComparison.OrdinalIgnoreCase);

        private static Page Wrong(ResponseProblem problem, string? path = null) => new(null, null, null, null, (problem, path));
    }
}
