using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Intercom.Generated.Core.Tests;

/// <summary>A way to convert JSON to objects and back. All routes have the same result.</summary>
public abstract class JsonRoute(string name)
{
    public static IEnumerable<JsonRoute> All =>
    [
        new Wire(),
        new Codec(),
        new Newtonsoft(),
        new Settings("default settings", new JsonSerializerSettings()),
        new Settings("camel case", new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() }),
        new Settings("ignored nulls", new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DefaultValueHandling = DefaultValueHandling.Ignore }),
        new Settings("dates as DateTime", new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTime, DateTimeZoneHandling = DateTimeZoneHandling.Local }),
        new Settings("dates as DateTimeOffset", new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTimeOffset, DateFormatString = "d" }),
        new Settings("decimals", new JsonSerializerSettings { FloatParseHandling = FloatParseHandling.Decimal }),
        new Settings("names of types and references", new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.All,
            PreserveReferencesHandling = PreserveReferencesHandling.All,
            MissingMemberHandling = MissingMemberHandling.Error,
            Converters = { new StringEnumConverter(), new IsoDateTimeConverter { DateTimeFormat = "yyyy" }, new KeyValuePairConverter() },
        }),
        new SystemTextJson("System.Text.Json", new JsonSerializerOptions()),
        new SystemTextJson("System.Text.Json, as on the web", new JsonSerializerOptions(JsonSerializerDefaults.Web)),
        new SystemTextJson("System.Text.Json, everything set", new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
            DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.WriteAsString,
            ReferenceHandler = ReferenceHandler.Preserve,
            IncludeFields = true,
            IgnoreReadOnlyProperties = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Converters = { new JsonStringEnumConverter() },
        }),
        new Streaming(),
    ];

    public abstract Task<T> ReadAsync<T>(string json);

    public abstract Task<string> WriteAsync<T>(T value)
        where T : notnull;

    /// <summary>Whether the JSON is the body of a request, which has only what the description declares.</summary>
    public virtual bool IsRequest => false;

    public override string ToString() => name;

    private sealed class Wire() : JsonRoute("wire")
    {
        public override bool IsRequest => true;

        public override async Task<T> ReadAsync<T>(string json)
        {
            using var server = StubServer.RespondingWith(json);
            using var invoker = server.Invoker();
            return await invoker.SendAsync<T>(new ApiRequest(IntercomOperations.ThingsGet, "1"), null, default);
        }

        public override async Task<string> WriteAsync<T>(T value)
        {
            using var server = StubServer.RespondingWith("{}");
            using var invoker = server.Invoker();
            await invoker.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = value }, null, default);
            return server.Request.Text;
        }
    }

    private sealed class Codec() : JsonRoute("codec")
    {
        public override Task<T> ReadAsync<T>(string json) => Task.FromResult(IntercomJson.Read<T>(Encoding.UTF8.GetBytes(json))!);

        public override Task<string> WriteAsync<T>(T value) => Task.FromResult(Encoding.UTF8.GetString(IntercomJson.Write(value)));
    }

    // A response in segments of one byte, so that every name and value is split.
    // The caller's own types, which have no codec, use this route.
    private sealed class Newtonsoft() : JsonRoute("Newtonsoft's serializer on the wire")
    {
        public override Task<T> ReadAsync<T>(string json) =>
            Task.FromResult(WireFormat.TryRead(Encoding.UTF8.GetBytes(json), new NewtonsoftCodec<T>(), out var value) ? value : throw new JsonSerializationException(json));

        public override Task<string> WriteAsync<T>(T value) => Task.FromResult(Encoding.UTF8.GetString(WireFormat.Write(value, new NewtonsoftCodec<T>())));
    }

    private sealed class SystemTextJson(string name, JsonSerializerOptions options) : JsonRoute(name)
    {
        private readonly JsonSerializerOptions _options = new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override Task<T> ReadAsync<T>(string json) => Task.FromResult(System.Text.Json.JsonSerializer.Deserialize<T>(json, _options)!);

        public override Task<string> WriteAsync<T>(T value) => Task.FromResult(Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, _options)));
    }

    // The body of a request, as ASP.NET Core reads it.
    private sealed class Streaming() : JsonRoute("System.Text.Json, from a stream")
    {
        private static readonly JsonSerializerOptions Options =
            new(JsonSerializerDefaults.Web) { DefaultBufferSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override async Task<T> ReadAsync<T>(string json) =>
            (await System.Text.Json.JsonSerializer.DeserializeAsync<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)), Options))!;

        public override async Task<string> WriteAsync<T>(T value)
        {
            using var stream = new MemoryStream();
            await System.Text.Json.JsonSerializer.SerializeAsync(stream, value, Options);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    private sealed class Settings(string name, JsonSerializerSettings settings) : JsonRoute(name)
    {
        public override Task<T> ReadAsync<T>(string json) => Task.FromResult(JsonConvert.DeserializeObject<T>(json, settings)!);

        public override Task<string> WriteAsync<T>(T value) => Task.FromResult(JsonConvert.SerializeObject(value, settings));
    }
}
