using System.Reflection;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Every list of every version can be enumerated over several pages in every paging style and resumed from a continuation.</summary>
public sealed class PagedOperationTests
{
    private const int PageSize = 10;

    // More than any enumeration here needs. An enumeration that does not end fails and doesn't hang.
    private const int MaxPages = 20;

    private static readonly int[] ThreePages = [10, 10, 5];
    private static readonly int[] OnePage = [25];

    // Intercom determines the page size of a scroll, and only an empty page ends it.
    private static readonly int[] Scroll = [100, 100, 50, 0];

    /// <summary>Lists that the fake cannot store, because their items are not objects in an object. Their responses are stubbed.</summary>
    private static readonly Dictionary<string, string> StubbedLists = new(StringComparer.Ordinal)
    {
        ["GET /admins/activity_log_event_types"] = "The items are strings.",
        ["GET /fin_voice/conversation/{}"] = "The response is an array.",
    };

    /// <summary>Query parameters that Intercom requires although each of them is described as optional.</summary>
    private static readonly Dictionary<string, (string Property, string Value)> Queries = new(StringComparer.Ordinal)
    {
        ["GET /events"] = ("UserId", "user-1"),
    };

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    public static IEnumerable<TestCaseData> Lists() => ListMethods.Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    public static IEnumerable<TestCaseData> ListsInEachStyle() =>
        from operation in ListMethods
        from style in Enum.GetValues<PagingStyle>()
        // A response that is an array cannot refer to a next page.
        where operation.Descriptor.Items!.Length > 0 || style == PagingStyle.None
        select new TestCaseData(operation, style).SetArgDisplayNames(operation.ToString(), style.ToString());

    private static IEnumerable<OperationMethod> ListMethods => VersionUnderTest.All.SelectMany(version => version.Methods).Where(operation => operation.IsList);

    // If the paging of a list changes, someone must accept the change.
    [Test]
    public void Paging_matches_the_accepted_snapshots() =>
        new Snapshot(nameof(PagedOperationTests)).Match(ListMethods.GroupBy(operation => operation.Version.Name).ToDictionary(
            lists => lists.Key,
            lists => string.Concat(lists.Select(operation => $"{operation.HttpMethod} {operation.Path}: {operation.NextPageInfo()}\n").Order(StringComparer.Ordinal))));

    [TestCaseSource(nameof(Lists))]
    public async Task Enumerates_a_list_of_the_fake(OperationMethod operation)
    {
        var next = operation.NextPageInfo();
        var pages = next switch { NextPageInfo.None => OnePage, NextPageInfo.Scroll => Scroll, _ => ThreePages };
        using var fake = Filled(operation, pages.Sum());
        await CheckEnumerationAsync(operation, fake, pages);
        await CheckRepeatedPageAsync(operation, fake, next, pages);
        Assert.That(fake.Requests.Select(request => request.Operation), Is.All.EqualTo($"{operation.HttpMethod} {operation.Path}"));
    }

    [TestCaseSource(nameof(ListsInEachStyle))]
    public async Task Enumerates_a_list_in_each_paging_style(OperationMethod operation, PagingStyle style)
    {
        var next = style switch
        {
            PagingStyle.None => NextPageInfo.None,
            PagingStyle.Scroll => NextPageInfo.Scroll,
            PagingStyle.PageNumbers or PagingStyle.TopLevelPageNumbers => NextPageInfo.PageCount,
            _ => NextPageInfo.Reference,
        };
        using var server = new PagingServer(operation, style, [.. Enumerable.Range(0, 25).Select(number => Item(operation, new JObject(), number))]);
        if (next == NextPageInfo.PageCount && !operation.TakesPageNumber())
        {
            // The operation has no parameter for a page. Sending one would return the same items, and stopping would lose the rest.
            var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => EnumerateAsync(operation, server));
            Assert.That(thrown.Problem, Is.EqualTo(ResponseProblem.WrongShape));
            return;
        }

        if (next == NextPageInfo.None && operation.Descriptor.IsScroll)
        {
            await Assert.ThrowsAsync<IntercomResponseException>(() => EnumerateAsync(operation, server));
            return;
        }

        int[] pages = next switch { NextPageInfo.None => OnePage, NextPageInfo.Scroll => [.. ThreePages, 0], _ => ThreePages };
        await CheckEnumerationAsync(operation, server, pages);
        await CheckRepeatedPageAsync(operation, server, next, pages);
    }

    // A correction renames the property with the items of these lists.
    private static IEnumerable<TestCaseData> CorrectedLists() => ListMethods.Where(operation => operation.Descriptor.PublishedItems is not null)
        .Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    [TestCaseSource(nameof(CorrectedLists))]
    public async Task Reads_items_from_the_corrected_and_the_published_property(OperationMethod operation)
    {
        foreach (var path in new[] { operation.Descriptor.Items!, operation.Descriptor.PublishedItems! })
        {
            JToken body = new JArray(Item(operation, new JObject(), 0), Item(operation, new JObject(), 1));
            foreach (var name in path.Split('.').Reverse())
                body = new JObject { [name] = body };
            using var wire = WireStub.Json(body.ToString());
            var enumeration = await EnumerateAsync(operation, wire);
            Assert.That(enumeration.Items, Is.EqualTo([0, 1]), path);
        }
    }

    [Test]
    public void Corrected_lists_include_companies()
    {
        var moved = ListMethods.Where(operation => operation.Descriptor.PublishedItems is not null).Select(operation => $"{operation}: {operation.Descriptor.PublishedItems}").ToList();
        TestContext.Out.WriteLine(string.Join('\n', moved));
        Assert.That(moved, Has.Some.Contains("/companies: companies"));
    }

    [Test]
    public async Task Reads_ten_thousand_items_in_pages_of_150_with_67_requests(
        [ValueSource(nameof(Versions))] VersionUnderTest version, [Values("GET /contacts", "POST /conversations/search")] string key)
    {
        var operation = version.Operation(key);
        using var fake = new FakeIntercom(version.Name);
        fake.SetItems(key, Enumerable.Range(0, 10_000).Select(number => (JObject)Item(operation, new JObject { ["id"] = "" }, number)));
        var enumeration = await EnumerateAsync(operation, fake, maxPages: 100, pageSize: 150);
        Assert.That(enumeration.Items, Is.EqualTo(Enumerable.Range(0, 10_000)));
        Assert.That(enumeration.Requests, Is.EqualTo(67));
        Assert.That(fake.Requests, Has.Count.EqualTo(67));
    }

    private static async Task CheckEnumerationAsync(OperationMethod operation, HttpMessageHandler server, int[] pages)
    {
        var whole = await EnumerateAsync(operation, server);
        Assert.That(whole.PageSizes, Is.EqualTo(pages));
        Assert.That(whole.Items, Is.EqualTo(Enumerable.Range(0, pages.Sum())));
        Assert.That(whole.Requests, Is.EqualTo(pages.Length));
        Assert.That(whole.Continuation, Is.Null);
        if (pages.Length == 1)
            return;

        // Stop while the next page is being prefetched, like a process that saves its continuation and exits.
        var begun = await EnumerateAsync(operation, server, maxPages: 1);
        Assert.That(begun.Continuation, Is.Not.Null);
        var rest = await EnumerateAsync(operation, server, begun.Continuation);
        Assert.That(begun.Items.Concat(rest.Items), Is.EqualTo(whole.Items));
        Assert.That(rest.Requests, Is.EqualTo(pages.Length - 1));
        Assert.That(rest.Continuation, Is.Null);
    }

    private static async Task CheckRepeatedPageAsync(OperationMethod operation, HttpMessageHandler server, NextPageInfo next, int[] pages)
    {
        // Every page of a scroll has the same parameter. Only an empty page could end it.
        if (next == NextPageInfo.Scroll)
            return;
        using var repeating = new RepeatingHandler(server);
        var enumeration = await EnumerateAsync(operation, repeating);
        // With page counts, the enumeration ends at the last page. With references, it detects the repeated reference.
        Assert.That(enumeration.IsRepeated, Is.EqualTo(next == NextPageInfo.Reference));
        Assert.That(enumeration.Requests, Is.LessThanOrEqualTo(pages.Length));
    }

    private static FakeIntercom Filled(OperationMethod operation, int count)
    {
        var fake = new FakeIntercom(operation.Version.Name);
        var response = new SampleGenerator(operation.Version.Description).Generate(operation.Success().Content!.Value.Schema!);
        var list = (JArray)response.SelectToken(operation.Descriptor.Items!)!;
        var items = Enumerable.Range(0, count).Select(number => Item(operation, list[0], number)).ToList();
        if (StubbedLists.ContainsKey(KeyOf(operation)))
        {
            list.ReplaceAll(items);
            return fake.Respond(operation.HttpMethod, operation.Path, _ => WireStub.JsonResponse(response.ToString()));
        }

        return fake.SetItems($"{operation.HttpMethod} {operation.Path}", items.Cast<JObject>());
    }

    /// <summary>Creates an item that is identified by an unknown property, or by its text.</summary>
    private static JToken Item(OperationMethod operation, JToken sample, int number)
    {
        if (operation.ResultType == typeof(string))
            return $"{number}";
        var item = (JObject)sample.DeepClone();
        item["item_number"] = number;
        if (item["id"] is JValue id)
            item["id"] = id.Type == JTokenType.Integer ? number : $"{number}";
        return item;
    }

    private static int NumberOf(object? item) => item switch
    {
        IntercomModel model => (int)model.AdditionalProperties["item_number"],
        IntercomUnion union => NumberOf(union.Value),
        JObject json => (int)json["item_number"]!,
        string text => int.Parse(text),
        _ => throw new NotSupportedException($"{item}"),
    };

    private static string KeyOf(OperationMethod operation) => DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path);

    private static async Task<Enumeration> EnumerateAsync(
        OperationMethod operation, HttpMessageHandler server, string? continuation = null, int maxPages = MaxPages, int pageSize = PageSize)
    {
        using var wire = new CountingHandler(server);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        Enumeration enumeration = await EnumerateAsync((dynamic)operation.Invoke(client, MinimalArguments(operation)), continuation, maxPages, pageSize);
        return enumeration with { Requests = wire.Requests };
    }

    private static async Task<Enumeration> EnumerateAsync<T>(IntercomPageable<T> list, string? continuation, int maxPages, int pageSize)
    {
        var enumeration = new Enumeration();
        try
        {
            await foreach (var page in list.AsPages(continuation, pageSize))
            {
                enumeration.PageSizes.Add(page.Items.Count);
                enumeration.Items.AddRange(page.Items.Select(item => NumberOf(item)));
                enumeration = enumeration with { Continuation = page.Continuation };
                if (enumeration.PageSizes.Count == maxPages)
                    break;
            }
        }
        catch (IntercomPagingException)
        {
            enumeration = enumeration with { IsRepeated = true };
        }

        return enumeration;
    }

    private static object?[] MinimalArguments(OperationMethod operation) => [.. operation.Method.GetParameters().Select(parameter => Argument(operation, parameter))];

    private static object? Argument(OperationMethod operation, ParameterInfo parameter)
    {
        if (parameter.Name == "request")
            return Request(operation, parameter.ParameterType);
        if (parameter.Name == "query" && Queries.TryGetValue(KeyOf(operation), out var query))
        {
            var options = Activator.CreateInstance(parameter.ParameterType)!;
            parameter.ParameterType.GetProperty(query.Property)!.SetValue(options, query.Value);
            return options;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
            return CancellationToken.None;
        return parameter.HasDefaultValue || parameter.Name == "query" ? null : parameter.ParameterType == typeof(string) ? "user" : ModelSamples.Create(parameter.ParameterType);
    }

    private static object Request(OperationMethod operation, Type type)
    {
        // Remove the paging parameters from the sample body, because the enumeration sets them.
        var body = (JObject)new SampleGenerator(operation.Version.Description).Generate(operation.RequestBody()!.Value.Schema!);
        foreach (var name in new[] { "pagination", "page", "per_page" })
            body.Remove(name);

        // The fake accepts only documented fields.
        if (body["query"] is JObject)
        {
            body["query"] = new JObject { ["field"] = "created_at", ["operator"] = "=", ["value"] = "1" };
            body.Remove("sort");
        }

        return JsonConvert.DeserializeObject(body.ToString(), type)!;
    }

    private sealed record Enumeration
    {
        public List<int> PageSizes { get; } = [];

        public List<int> Items { get; } = [];

        /// <summary>The continuation of the last page.</summary>
        public string? Continuation { get; init; }

        public int Requests { get; init; }

        /// <summary>Whether the enumeration failed because a page was referred to twice.</summary>
        public bool IsRepeated { get; init; }
    }

    /// <summary>Forwards requests to a server without disposing it.</summary>
    private abstract class ForwardingHandler(HttpMessageHandler server) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _server = new(server, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _server.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _server.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class CountingHandler(HttpMessageHandler server) : ForwardingHandler(server)
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Returns the first page for every request.</summary>
    private sealed class RepeatingHandler(HttpMessageHandler server) : ForwardingHandler(server)
    {
        private string? _first;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_first is null)
            {
                using var response = await base.SendAsync(request, cancellationToken);
                _first = await response.Content.ReadAsStringAsync(cancellationToken);
            }

            return WireStub.JsonResponse(_first);
        }
    }
}
