using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

// The form that the IntercomClientEmitter, the ClientEmitter and the CatalogEmitter give clients and operations.

public class IntercomClient : IntercomClientBase
{
    public IntercomClient(IntercomClientOptions options) : base(ApiVersion.V2_14, options)
    {
    }

    protected IntercomClient()
    {
    }

    public virtual ThingsClient Things => field ??= new ThingsClient(Pipeline);
}

public class ThingsClient : OperationClient
{
    protected ThingsClient()
    {
    }

    internal ThingsClient(ApiPipeline pipeline) : base(pipeline)
    {
    }

    [IntercomOperation("GET", "/things")]
    public virtual IntercomPageable<Thing> ListAsync(ListThingsQuery? query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.List<Thing>(
            new ApiRequest(Operations.ThingsList).WithQuery("status", query?.Status).WithQuery("label", query?.Labels).WithQuery("active", query?.Active)
                .WithQuery("since", query?.Since).WithQuery("count", query?.Count).WithQuery("score", query?.Score).WithQuery("content", query?.Content),
            options,
            cancellationToken);

    public virtual IntercomPageable<Thing> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ListAsync(null, options, cancellationToken);

    [IntercomOperation("POST", "/things/search")]
    public virtual IntercomPageable<Thing> SearchAsync(SearchThingsRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.List<Thing>(new ApiRequest(Operations.ThingsSearch) { Body = request ?? throw new ArgumentNullException(nameof(request)) }, options, cancellationToken);

    [IntercomOperation("GET", "/things/{thing_id}")]
    public virtual Task<Thing> GetAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync<Thing>(new ApiRequest(Operations.ThingsGet, thingId), options, cancellationToken);

    [IntercomOperation("GET", "/things/{thing_id}/parts/{id}")]
    public virtual Task<Part> GetPartAsync(string thingId, string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync<Part>(new ApiRequest(Operations.ThingsGetPart, thingId, id), options, cancellationToken);

    [IntercomOperation("POST", "/things")]
    public virtual Task<Thing> CreateAsync(CreateThingRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync<Thing>(new ApiRequest(Operations.ThingsCreate) { Body = request ?? throw new ArgumentNullException(nameof(request)) }, options, cancellationToken);

    [IntercomOperation("DELETE", "/things/{thing_id}")]
    public virtual Task DeleteAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync(new ApiRequest(Operations.ThingsDelete, thingId), options, cancellationToken);

    [IntercomOperation("POST", "/things/upload")]
    public virtual Task<Thing> UploadAsync(UploadThingRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync<Thing>(new ApiRequest(Operations.ThingsUpload) { Body = request ?? throw new ArgumentNullException(nameof(request)) }, options, cancellationToken);

    [IntercomOperation("GET", "/things/{thing_id}/transcript")]
    public virtual Task<string> GetTranscriptAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendForTextAsync(new ApiRequest(Operations.ThingsGetTranscript, thingId), options, cancellationToken);

    [IntercomOperation("GET", "/things/{thing_id}/file")]
    public virtual Task<IntercomDownload> DownloadAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Pipeline.SendForDownloadAsync(new ApiRequest(Operations.ThingsDownload, thingId), options, cancellationToken);
}

public sealed class ListThingsQuery
{
    public ThingStatus? Status { get; set; }

    public IList<string>? Labels { get; set; }

    public bool? Active { get; set; }

    public DateTimeOffset? Since { get; set; }

    public long? Count { get; set; }

    public double? Score { get; set; }

    public ThingContent? Content { get; set; }
}

public static class Operations
{
    public static ApiOperation ThingsList => field ??= new("Things.List", "GET", "/things") { Items = "data" };

    public static ApiOperation ThingsListPages => field ??= new("Things.ListPages", "GET", "/things") { Items = "data", PagingInput = PagingInput.QueryPage };

    public static ApiOperation ThingsListNested => field ??= new("Things.ListNested", "GET", "/things") { Items = "result.things" };

    public static ApiOperation ThingsListPlain => field ??= new("Things.ListPlain", "GET", "/things") { Items = "" };

    public static ApiOperation ThingsSearch => field ??= new("Things.Search", "POST", "/things/search") { Items = "data", PagingInput = PagingInput.BodyPagination };

    public static ApiOperation ThingsQuery => field ??= new("Things.Query", "POST", "/things/list") { Items = "data", PagingInput = PagingInput.BodyPage };

    public static ApiOperation ThingsGet => field ??= new("Things.Get", "GET", "/things/{thing_id}");

    public static ApiOperation ThingsGetPart => field ??= new("Things.GetPart", "GET", "/things/{thing_id}/parts/{id}");

    public static ApiOperation ThingsCreate => field ??= new("Things.Create", "POST", "/things");

    public static ApiOperation ThingsDelete => field ??= new("Things.Delete", "DELETE", "/things/{thing_id}");

    public static ApiOperation ThingsUpload => field ??= new("Things.Upload", "POST", "/things/upload") { IsMultipart = true };

    public static ApiOperation ThingsGetTranscript => field ??= new("Things.GetTranscript", "GET", "/things/{thing_id}/transcript") { Accept = "text/plain" };

    public static ApiOperation ThingsDownload => field ??= new("Things.Download", "GET", "/things/{thing_id}/file") { Accept = "application/octet-stream" };
}
