using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Plain;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = System.Text.Json.JsonSerializer;
using NewtonsoftSerializer = Newtonsoft.Json.JsonSerializer;

namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>A page of 150 contacts: the items in the response to GET /contacts.</summary>
internal sealed class ContactPageCodec() : CodecBenchmarks<List<Contact>, List<Plain.Contact<JsonElement>>, List<Plain.Contact<JToken>>>(
    ContactPayload.Contacts(0, 150));

/// <summary>A conversation with 200 parts.</summary>
internal sealed class ConversationCodec() : CodecBenchmarks<Conversation, Plain.Conversation<JsonElement>, Plain.Conversation<JToken>>(
    ConversationPayload.Conversation(200));

/// <summary>The body of POST /contacts.</summary>
internal sealed class CreateContactCodec()
    : CodecBenchmarks<CreateContactRequest, Plain.CreateContactRequest<JsonElement>, Plain.CreateContactRequest<JToken>>(
        ContactPayload.CreateRequest());

/// <summary>Reads and writes one payload with all contenders.</summary>
/// <typeparam name="TModel">The model in this SDK.</typeparam>
/// <typeparam name="TPlain">The equivalent type for System.Text.Json.</typeparam>
/// <typeparam name="TPlainToken">The equivalent type for Newtonsoft.Json.</typeparam>
internal abstract class CodecBenchmarks<TModel, TPlain, TPlainToken>(JsonNode payload) : ICodecBenchmarks
    where TModel : class
    where TPlain : class
    where TPlainToken : class
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly NewtonsoftSerializer Newtonsoft = NewtonsoftSerializer.Create(
        new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, NullValueHandling = NullValueHandling.Ignore });

    private readonly JsonTypeInfo<TPlain> _typeInfo = PlainJson.TypeInfo<TPlain>();
    private readonly byte[] _json = payload.ToBytes();
    // The values to write contain no null, because models write assigned nulls, but the other contenders omit them.
    private readonly TModel _model = IntercomJson.Read<TModel>(payload.WithoutNulls().ToBytes())!;
    private readonly TPlain _plain = JsonSerializer.Deserialize(payload.WithoutNulls().ToBytes(), PlainJson.TypeInfo<TPlain>())!;
    private readonly TPlainToken _plainToken = ReadNewtonsoft<TPlainToken>(payload.WithoutNulls().ToBytes());

    /// <inheritdoc/>
    public IReadOnlyList<Contender> Readers =>
    [
        new("Intercom", () => ReadIntercom()),
        new("SourceGeneration", () => ReadSourceGeneration()),
        new("Reflection", () => ReadReflection()),
        new("NewtonsoftPlain", () => ReadNewtonsoftPlain()),
        new("Newtonsoft", () => ReadNewtonsoft()),
        new("Scan", () => ReadScan()),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Contender> Writers =>
    [
        new("Intercom", () => WriteIntercom()),
        new("SourceGeneration", () => WriteSourceGeneration()),
        new("Reflection", () => WriteReflection()),
        new("NewtonsoftPlain", () => WriteNewtonsoftPlain()),
        new("Newtonsoft", () => WriteNewtonsoft()),
    ];

    /// <inheritdoc/>
    public void Check()
    {
        var values = FieldValues.Of(ReadSourceGeneration());
        SameValues(values, ReadIntercom(), nameof(ReadIntercom));
        SameValues(values, ReadReflection(), nameof(ReadReflection));
        SameValues(values, ReadNewtonsoft(), nameof(ReadNewtonsoft));
        SameValues(values, ReadNewtonsoftPlain(), nameof(ReadNewtonsoftPlain));

        // A model keeps nulls, so writing it restores the original JSON.
        SameJson(payload, IntercomJson.Write(ReadIntercom()!), nameof(ReadIntercom));
        var written = payload.WithoutNulls();
        SameJson(written, WriteIntercom(), nameof(WriteIntercom));
        SameJson(written, WriteSourceGeneration(), nameof(WriteSourceGeneration));
        SameJson(written, WriteReflection(), nameof(WriteReflection));
        SameJson(written, WriteNewtonsoft(), nameof(WriteNewtonsoft));
        SameJson(written, WriteNewtonsoftPlain(), nameof(WriteNewtonsoftPlain));
    }

    private TModel? ReadIntercom() => IntercomJson.Read<TModel>(_json);

    private TPlain? ReadSourceGeneration() => JsonSerializer.Deserialize(_json, _typeInfo);

    private TPlain? ReadReflection() => JsonSerializer.Deserialize<TPlain>(_json, PlainJson.Reflection);

    private TModel ReadNewtonsoft() => ReadNewtonsoft<TModel>(_json);

    private TPlainToken ReadNewtonsoftPlain() => ReadNewtonsoft<TPlainToken>(_json);

    private int ReadScan()
    {
        var reader = new Utf8JsonReader(_json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private byte[] WriteIntercom() => IntercomJson.Write(_model);

    private byte[] WriteSourceGeneration() => JsonSerializer.SerializeToUtf8Bytes(_plain, _typeInfo);

    private byte[] WriteReflection() => JsonSerializer.SerializeToUtf8Bytes(_plain, PlainJson.Reflection);

    private byte[] WriteNewtonsoft() => WriteNewtonsoft(_model);

    private byte[] WriteNewtonsoftPlain() => WriteNewtonsoft(_plainToken);

    private void SameValues(IReadOnlyList<string> expected, object? read, string contender)
    {
        foreach (var (one, other) in expected.Append("the end").Zip(FieldValues.Of(read).Append("the end")))
        {
            if (one != other)
                throw new InvalidOperationException($"{GetType().Name}.{contender} read '{other}', but another contender read '{one}'.");
        }
    }

    private void SameJson(JsonNode expected, byte[] written, string contender)
    {
        if (!JsonNode.DeepEquals(expected, JsonNode.Parse(written)))
            throw new InvalidOperationException($"{GetType().Name}.{contender} wrote JSON that differs from the payload.");
    }

    private static T ReadNewtonsoft<T>(byte[] json)
    {
        using var text = new StreamReader(new MemoryStream(json), Utf8);
        using var reader = new JsonTextReader(text);
        return Newtonsoft.Deserialize<T>(reader)!;
    }

    private static byte[] WriteNewtonsoft<T>(T value)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, Utf8))
        using (var writer = new JsonTextWriter(text))
            Newtonsoft.Serialize(writer, value);
        return stream.ToArray();
    }
}
