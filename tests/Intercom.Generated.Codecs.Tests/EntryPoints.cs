using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;
using SystemJson = System.Text.Json.JsonSerializer;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>
/// The four entry points to the codecs of a type (the wire, IntercomJson, Newtonsoft.Json, and System.Text.Json), and the reference reader.
/// </summary>
internal abstract class EntryPoints(Type type)
{
    private static readonly ConcurrentDictionary<Type, EntryPoints> Known = new();

    public Type Type { get; } = type;

    public static EntryPoints Of(Type type) => Known.GetOrAdd(type, static key => (EntryPoints)Activator.CreateInstance(typeof(EntryPoints<>).MakeGenericType(key))!);

    /// <summary>Reads with IntercomJson.</summary>
    public abstract Outcome Read(ReadOnlySpan<byte> utf8);

    /// <summary>Reads like a response from the API.</summary>
    public abstract Outcome ReadWire(byte[] utf8);

    /// <summary>Reads with Newtonsoft.Json, up to the maximum depth of the wire.</summary>
    public abstract Outcome ReadNewtonsoft(string text);

    /// <summary>Reads with System.Text.Json, up to the maximum depth of the wire. Returns null if the type has no codec.</summary>
    public abstract Outcome? ReadSystemTextJson(byte[] utf8);

    /// <summary>Reads with the reference reader.</summary>
    public abstract Outcome ReadReference(byte[] utf8);

    public abstract byte[] Write(object? value);

    public abstract string WriteNewtonsoft(object? value);

    public abstract string? WriteSystemTextJson(object? value);

    /// <summary>Describes the difference between the values that the entry points read, or the JSON that they write back. Null if there is none.</summary>
    public string? Difference(string text, bool inOrder = true)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var read = Read(utf8);
        var newtonsoft = ReadNewtonsoft(text);
        var differs = Named("reference", Outcome.Difference(read, ReadReference(utf8), inOrder))
            ?? Named("Newtonsoft.Json", Outcome.Difference(read, newtonsoft, inOrder))
            ?? SystemTextJsonDifference(read, utf8, inOrder);
        if (differs is null && read.Failure is null)
            differs = WriteDifference(read.Value, newtonsoft.Value, inOrder);
        return differs is null ? null : $"{Type.FullName} from {text}: {differs}";
    }

    /// <summary>Describes the difference between the JSON that the entry points write for equal values, or returns null if there is none.</summary>
    public string? WriteDifference(object? own, object? other, bool inOrder = true)
    {
        var written = Write(own);
        // A program can create tokens that are not valid JSON. Newtonsoft.Json must reject those.
        return Named("written by Newtonsoft.Json", IsStrict(written) ? JsonTokens.Difference(written, WriteNewtonsoft(other), inOrder) : IsRejected(other) ? null : "is not JSON")
            ?? Named("written by System.Text.Json", WriteSystemTextJson(own) is { } text ? JsonTokens.Difference(written, text, inOrder) : null);
    }

    /// <summary>Describes the difference from the value that System.Text.Json reads, or returns null if there is none. System.Text.Json has its own rules for invalid JSON.</summary>
    public string? SystemTextJsonDifference(Outcome read, byte[] utf8, bool inOrder = true)
    {
        if (ReadSystemTextJson(utf8) is not { } found || (found.Failure is not null && (read.Failure is not null || !IsStrict(utf8))))
            return null;
        return Named(
            "System.Text.Json", found.Failure is null && read.Failure is null ? ObjectComparison.Difference(read.Value, found.Value, inOrder) : $"{read} vs. {found}");
    }

    private static string? Named(string door, string? difference) => difference is null ? null : $"{door}: {difference}";

    private bool IsRejected(object? value)
    {
        try
        {
            WriteNewtonsoft(value);
            return false;
        }
        catch (JsonWriterException)
        {
            return true;
        }
    }

    private static bool IsStrict(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = WireFormat.DeepestNesting });
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}

/// <inheritdoc/>
internal sealed class EntryPoints<T>() : EntryPoints(typeof(T))
{
    private static readonly JsonSerializerSettings Settings = new() { DateParseHandling = DateParseHandling.None, MaxDepth = WireFormat.DeepestNesting };

    // Use the same escaping as on the wire, so that the texts can be compared.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WireFormat.DeepestNesting };

    // System.Text.Json reads other types, such as lists and tokens, without a codec.
    private static readonly bool HasCodec = typeof(T).IsDefined(typeof(JsonCodecAttribute), inherit: false);

    public override Outcome Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new Outcome(IntercomJson.Read<T>(utf8));
        }
        catch (JsonException e)
        {
            return new Outcome(null, e);
        }
    }

    public override Outcome ReadWire(byte[] utf8) => Outcome.Of(() => WireFormat.TryRead(utf8, CodecOf<T>.Instance, out var value) ? value : "does not fit");

    public override Outcome ReadNewtonsoft(string text) => Outcome.Of(() => JsonConvert.DeserializeObject<T>(text, Settings));

    public override Outcome? ReadSystemTextJson(byte[] utf8) => HasCodec ? Outcome.Of(() => SystemJson.Deserialize<T>(utf8, Options)) : null;

    public override Outcome ReadReference(byte[] utf8) => Outcome.Of(() =>
    {
        var json = WireFormat.Parse(utf8);
        if (json.Type == JTokenType.Null && typeof(T) != typeof(JToken))
            return null;
        return ReferenceReader.TryRead(json, typeof(T), out var value) ? value : throw JsonValues.Misfit(json, typeof(T), json.Path);
    });

    public override byte[] Write(object? value) => IntercomJson.Write((T?)value);

    public override string WriteNewtonsoft(object? value) => JsonConvert.SerializeObject(value);

    public override string? WriteSystemTextJson(object? value) => HasCodec ? Encoding.UTF8.GetString(SystemJson.SerializeToUtf8Bytes((T?)value, Options)) : null;
}
