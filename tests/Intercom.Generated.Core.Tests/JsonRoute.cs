using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Intercom.Generated.Core.Tests;

/// <summary>A way from JSON to objects and back. All of them give the same result.</summary>
public sealed class JsonRoute
{
    private readonly JsonSerializerSettings? _settings;
    private readonly string _name;

    private JsonRoute(string name, JsonSerializerSettings? settings)
    {
        _name = name;
        _settings = settings;
    }

    public static IEnumerable<JsonRoute> All =>
    [
        new("wire", null),
        new("default settings", new JsonSerializerSettings()),
        new("camel case", new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() }),
        new("ignored nulls", new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DefaultValueHandling = DefaultValueHandling.Ignore }),
        new("dates as DateTime", new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTime, DateTimeZoneHandling = DateTimeZoneHandling.Local }),
        new("dates as DateTimeOffset", new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTimeOffset, DateFormatString = "d" }),
        new("decimals", new JsonSerializerSettings { FloatParseHandling = FloatParseHandling.Decimal }),
        new("names of types and references", new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.All,
            PreserveReferencesHandling = PreserveReferencesHandling.All,
            MissingMemberHandling = MissingMemberHandling.Error,
            Converters = { new StringEnumConverter(), new IsoDateTimeConverter { DateTimeFormat = "yyyy" }, new KeyValuePairConverter() },
        }),
    ];

    public async Task<T> ReadAsync<T>(string json)
    {
        if (_settings is not null)
            return JsonConvert.DeserializeObject<T>(json, _settings)!;
        using var server = StubServer.Answering(json);
        using var pipeline = server.Pipeline();
        return await pipeline.SendAsync<T>(new ApiRequest(IntercomOperations.ThingsGet, "1"), null, default);
    }

    public async Task<string> WriteAsync(object value)
    {
        if (_settings is not null)
            return JsonConvert.SerializeObject(value, _settings);
        using var server = StubServer.Answering("{}");
        using var pipeline = server.Pipeline();
        await pipeline.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = value }, null, default);
        return server.Request.Text;
    }

    public override string ToString() => _name;
}
