using System.Reflection;
using Intercom.Generated.OpenApi;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Every list of every version is walked over several pages, whatever names the next page, and goes on in another process.</summary>
public sealed class PagedOperationTests
{
    private const int PageSize = 10;

    // Far beyond any walk here: a walk that does not end fails instead of hanging.
    private const int MostPages = 20;

    private static readonly int[] ThreePages = [10, 10, 5];
    private static readonly int[] OnePage = [25];

    // The page size of a scroll is Intercom's, and only an empty page ends it.
    private static readonly int[] Scroll = [100, 100, 50, 0];

    /// <summary>Lists that the fake cannot be filled with, because their items are no objects in an object. They are laid down as answers.</summary>
    private static readonly Dictionary<string, string> LaidDown = new(StringComparer.Ordinal)
    {
        ["GET /admins/activity_log_event_types"] = "its items are texts",
        ["GET /fin_voice/conversation/{}"] = "its answer is the list itself",
    };

    /// <summary>Queries without which Intercom refuses a list although each part of them is optional.</summary>
    private static readonly Dictionary<string, (string Property, string Value)> Queries = new(StringComparer.Ordinal)
    {
        ["GET /events"] = ("UserId", "user-1"),
    };

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    public static IEnumerable<TestCaseData> Lists() => ListMethods.Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    public static IEnumerable<TestCaseData> ListsInEachStyle() =>
        from operation in ListMethods
        from style in Enum.GetValues<PagingStyle>()
        // An answer that is the list itself has no place to name a next page.
        where operation.Descriptor.Items!.Length > 0 || style == PagingStyle.None
        select new TestCaseData(operation, style).SetArgDisplayNames(operation.ToString(), style.ToString());

    private static IEnumerable<OperationMethod> ListMethods => VersionUnderTest.All.SelectMany(version => version.Methods).Where(operation => operation.IsList);

    // A list that is no longer walked, or is walked in another way, is a line that somebody has to accept.
    [Test]
    public void Every_list_is_paged_as_accepted() =>
        new Snapshot(nameof(PagedOperationTests)).Match(ListMethods.GroupBy(operation => operation.Version.Name).ToDictionary(
            lists => lists.Key,
            lists => string.Concat(lists.Select(operation => $"{operation.HttpMethod} {operation.Path}: {operation.DescribedNext()}\n").Order(StringComparer.Ordinal))));

    [TestCaseSource(nameof(Lists))]
    public async Task A_list_of_the_fake_is_walked(OperationMethod operation)
    {
        var next = operation.DescribedNext();
        var pages = next switch { DescribedNext.Nothing => OnePage, DescribedNext.Scrolled => Scroll, _ => ThreePages };
        using var fake = Filled(operation, pages.Sum());
        await CheckWalkAsync(operation, fake, pages);
        await CheckRepetitionAsync(operation, fake, next, pages);
        Assert.That(fake.Requests.Select(request => request.Operation), Is.All.EqualTo($"{operation.HttpMethod} {operation.Path}"));
    }

    [TestCaseSource(nameof(ListsInEachStyle))]
    public async Task A_list_is_walked_as_its_answers_say(OperationMethod operation, PagingStyle style)
    {
        var next = style switch
        {
            PagingStyle.None => DescribedNext.Nothing,
            PagingStyle.Scroll => DescribedNext.Scrolled,
            PagingStyle.PageNumbers or PagingStyle.TopLevelPageNumbers => DescribedNext.Counted,
            _ => DescribedNext.Named,
        };
        using var server = new PagingServer(operation, style, [.. Enumerable.Range(0, 25).Select(number => Item(operation, new JObject(), number))]);
        if (next == DescribedNext.Counted && !operation.TakesPageNumber())
        {
            // To ask for a page by a parameter that the operation does not take would give the same items again, and to end here would
            // leave out the rest.
            var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => WalkAsync(operation, server));
            Assert.That(thrown.Problem, Is.EqualTo(ResponseProblem.WrongShape));
            return;
        }

        if (next == DescribedNext.Nothing && operation.Descriptor.IsScroll)
        {
            await Assert.ThrowsAsync<IntercomResponseException>(() => WalkAsync(operation, server));
            return;
        }

        int[] pages = next switch { DescribedNext.Nothing => OnePage, DescribedNext.Scrolled => [.. ThreePages, 0], _ => ThreePages };
        await CheckWalkAsync(operation, server, pages);
        await CheckRepetitionAsync(operation, server, next, pages);
    }

    // A correction moves the items of these lists to another name.
    private static IEnumerable<TestCaseData> Moved() => ListMethods.Where(operation => operation.Descriptor.PublishedItems is not null)
        .Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.ToString()));

    [TestCaseSource(nameof(Moved))]
    public async Task A_list_is_read_at_the_corrected_and_at_the_published_place(OperationMethod operation)
    {
        foreach (var path in new[] { operation.Descriptor.Items!, operation.Descriptor.PublishedItems! })
        {
            JToken body = new JArray(Item(operation, new JObject(), 0), Item(operation, new JObject(), 1));
            foreach (var name in path.Split('.').Reverse())
                body = new JObject { [name] = body };
            using var wire = WireStub.Json(body.ToString());
            var walk = await WalkAsync(operation, wire);
            Assert.That(walk.Items, Is.EqualTo([0, 1]), path);
        }
    }

    [Test]
    public void Corrections_of_places_are_known()
    {
        var moved = ListMethods.Where(operation => operation.Descriptor.PublishedItems is not null).Select(operation => $"{operation}: {operation.Descriptor.PublishedItems}").ToList();
        TestContext.Out.WriteLine(string.Join('\n', moved));
        Assert.That(moved, Has.Some.Contains("/companies: companies"));
    }

    [Test]
    public async Task Ten_thousand_items_in_pages_of_150_take_67_requests(
        [ValueSource(nameof(Versions))] VersionUnderTest version, [Values("GET /contacts", "POST /conversations/search")] string key)
    {
        var operation = version.Operation(key);
        using var fake = new FakeIntercom(version.Name);
        fake.SetItems(key, Enumerable.Range(0, 10_000).Select(number => (JObject)Item(operation, new JObject { ["id"] = "" }, number)));
        var walk = await WalkAsync(operation, fake, mostPages: 100, pageSize: 150);
        Assert.That(walk.Items, Is.EqualTo(Enumerable.Range(0, 10_000)));
        Assert.That(walk.Requests, Is.EqualTo(67));
        Assert.That(fake.Requests, Has.Count.EqualTo(67));
    }

    private static async Task CheckWalkAsync(OperationMethod operation, HttpMessageHandler server, int[] pages)
    {
        var whole = await WalkAsync(operation, server);
        Assert.That(whole.PageSizes, Is.EqualTo(pages));
        Assert.That(whole.Items, Is.EqualTo(Enumerable.Range(0, pages.Sum())));
        Assert.That(whole.Requests, Is.EqualTo(pages.Length));
        Assert.That(whole.Continuation, Is.Null);
        if (pages.Length == 1)
            return;

        // The walk is left with the next page fetched ahead, as a process is that ends after it has saved where it is.
        var begun = await WalkAsync(operation, server, mostPages: 1);
        Assert.That(begun.Continuation, Is.Not.Null);
        var rest = await WalkAsync(operation, server, begun.Continuation);
        Assert.That(begun.Items.Concat(rest.Items), Is.EqualTo(whole.Items));
        Assert.That(rest.Requests, Is.EqualTo(pages.Length - 1));
        Assert.That(rest.Continuation, Is.Null);
    }

    private static async Task CheckRepetitionAsync(OperationMethod operation, HttpMessageHandler server, DescribedNext next, int[] pages)
    {
        // A scroll says the same on every page: only an empty page could end it.
        if (next == DescribedNext.Scrolled)
            return;
        using var repeating = new RepeatingPassage(server);
        var walk = await WalkAsync(operation, repeating);
        // The number of pages ends a walk by page numbers; where a page is named, its name comes a second time.
        Assert.That(walk.IsRepeated, Is.EqualTo(next == DescribedNext.Named));
        Assert.That(walk.Requests, Is.LessThanOrEqualTo(pages.Length));
    }

    private static FakeIntercom Filled(OperationMethod operation, int count)
    {
        var fake = new FakeIntercom(operation.Version.Name);
        var answer = new SampleGenerator(operation.Version.Description).Generate(operation.Success().Content!.Value.Schema!);
        var list = (JArray)answer.SelectToken(operation.Descriptor.Items!)!;
        var items = Enumerable.Range(0, count).Select(number => Item(operation, list[0], number)).ToList();
        if (LaidDown.ContainsKey(KeyOf(operation)))
        {
            list.ReplaceAll(items);
            return fake.Respond(operation.HttpMethod, operation.Path, _ => WireStub.JsonAnswer(answer.ToString()));
        }

        return fake.SetItems($"{operation.HttpMethod} {operation.Path}", items.Cast<JObject>());
    }

    /// <summary>An item that can be told from the others: by a property that no type knows, or by its text.</summary>
    private static JToken Item(OperationMethod operation, JToken sample, int number)
    {
        if (operation.ResultType == typeof(string))
            return $"{number}";
        var item = (JObject)sample.DeepClone();
        item["number_in_walk"] = number;
        if (item["id"] is JValue id)
            item["id"] = id.Type == JTokenType.Integer ? number : $"{number}";
        return item;
    }

    private static int NumberOf(object? item) => item switch
    {
        IntercomModel model => (int)model.AdditionalProperties["number_in_walk"],
        IntercomUnion union => NumberOf(union.Value),
        JObject json => (int)json["number_in_walk"]!,
        string text => int.Parse(text),
        _ => throw new NotSupportedException($"{item}"),
    };

    private static string KeyOf(OperationMethod operation) => DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path);

    private static async Task<Walk> WalkAsync(
        OperationMethod operation, HttpMessageHandler server, string? continuation = null, int mostPages = MostPages, int pageSize = PageSize)
    {
        using var wire = new CountingPassage(server);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        Walk walk = await WalkAsync((dynamic)operation.Invoke(client, MinimalArguments(operation)), continuation, mostPages, pageSize);
        return walk with { Requests = wire.Requests };
    }

    private static async Task<Walk> WalkAsync<T>(IntercomPageable<T> list, string? continuation, int mostPages, int pageSize)
    {
        var walk = new Walk();
        try
        {
            await foreach (var page in list.AsPages(continuation, pageSize))
            {
                walk.PageSizes.Add(page.Items.Count);
                walk.Items.AddRange(page.Items.Select(item => NumberOf(item)));
                walk = walk with { Continuation = page.Continuation };
                if (walk.PageSizes.Count == mostPages)
                    break;
            }
        }
        catch (IntercomPagingException)
        {
            walk = walk with { IsRepeated = true };
        }

        return walk;
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
        // A sample of the body without what it says about pages: that is the walk's to say.
        var body = (JObject)new SampleGenerator(operation.Version.Description).Generate(operation.RequestBody()!.Value.Schema!);
        foreach (var name in new[] { "pagination", "page", "per_page" })
            body.Remove(name);
        return JsonConvert.DeserializeObject(body.ToString(), type)!;
    }

    private sealed record Walk
    {
        public List<int> PageSizes { get; } = [];

        public List<int> Items { get; } = [];

        /// <summary>That of the last page read.</summary>
        public string? Continuation { get; init; }

        public int Requests { get; init; }

        /// <summary>Whether the walk was ended because a page was named a second time.</summary>
        public bool IsRepeated { get; init; }
    }

    /// <summary>Hands requests on to a server that outlives it.</summary>
    private abstract class Passage(HttpMessageHandler server) : HttpMessageHandler
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

    private sealed class CountingPassage(HttpMessageHandler server) : Passage(server)
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Gives the first page again and again.</summary>
    private sealed class RepeatingPassage(HttpMessageHandler server) : Passage(server)
    {
        private string? _first;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_first is null)
            {
                using var answer = await base.SendAsync(request, cancellationToken);
                _first = await answer.Content.ReadAsStringAsync(cancellationToken);
            }

            return WireStub.JsonAnswer(_first);
        }
    }
}
