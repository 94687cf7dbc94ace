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

/// <summary>The four doors from JSON to a type and back: the wire, IntercomJson, Newtonsoft.Json and System.Text.Json. Beside them stands the reference reader.</summary>
internal abstract class Doors(Type type)
{
    private static readonly ConcurrentDictionary<Type, Doors> Known = new();

    public Type Type { get; } = type;

    public static Doors Of(Type type) => Known.GetOrAdd(type, static key => (Doors)Activator.CreateInstance(typeof(Doors<>).MakeGenericType(key))!);

    /// <summary>Reads with IntercomJson.</summary>
    public abstract Outcome Read(ReadOnlySpan<byte> utf8);

    /// <summary>Reads as the wire does, from segments.</summary>
    public abstract Outcome ReadWire(ReadOnlySequence<byte> utf8);

    /// <summary>Reads with Newtonsoft.Json, as deep as on the wire.</summary>
    public abstract Outcome ReadNewtonsoft(string text);

    /// <summary>Reads with System.Text.Json, as deep as on the wire; null if the type is not one of a version package.</summary>
    public abstract Outcome? ReadSystemTextJson(byte[] utf8);

    /// <summary>Reads with the reference reader.</summary>
    public abstract Outcome ReadReference(byte[] utf8);

    public abstract byte[] Write(object? value);

    public abstract string WriteNewtonsoft(object? value);

    public abstract string? WriteSystemTextJson(object? value);

    /// <summary>How what the doors read, and write again, differs; null if it is the same.</summary>
    public string? Difference(string text, bool inOrder = true)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var read = Read(utf8);
        var newtonsoft = ReadNewtonsoft(text);
        var differs = Named("the reference", Outcome.Difference(read, ReadReference(utf8), inOrder))
            ?? Named("Newtonsoft.Json", Outcome.Difference(read, newtonsoft, inOrder))
            ?? DifferenceToSystemTextJson(read, utf8, inOrder);
        if (differs is null && read.Failure is null)
            differs = DifferenceWritten(read.Value, newtonsoft.Value, inOrder);
        return differs is null ? null : $"{Type.FullName} from {text}: {differs}";
    }

    /// <summary>How what the doors write of the same value differs; null if it is the same.</summary>
    public string? DifferenceWritten(object? own, object? other, bool inOrder = true)
    {
        var written = Write(own);
        // A program can make tokens that are not JSON. Newtonsoft's writers take tokens, and nothing else.
        return Named("written by Newtonsoft.Json", IsStrict(written) ? JsonTokens.Difference(written, WriteNewtonsoft(other), inOrder) : IsRejected(other) ? null : "is not JSON")
            ?? Named("written by System.Text.Json", WriteSystemTextJson(own) is { } text ? JsonTokens.Difference(written, text, inOrder) : null);
    }

    /// <summary>How what System.Text.Json reads differs; null if it is the same. It alone decides what is JSON at all.</summary>
    public string? DifferenceToSystemTextJson(Outcome read, byte[] utf8, bool inOrder = true)
    {
        if (ReadSystemTextJson(utf8) is not { } found || (found.Failure is not null && (read.Failure is not null || !IsStrict(utf8))))
            return null;
        return Named(
            "System.Text.Json", found.Failure is null && read.Failure is null ? Meaning.Difference(read.Value, found.Value, inOrder) : $"{read} against {found}");
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
internal sealed class Doors<T>() : Doors(typeof(T))
{
    private static readonly JsonSerializerSettings Settings = new() { DateParseHandling = DateParseHandling.None, MaxDepth = WireFormat.DeepestNesting };

    // Escapes as few letters as the wire, so that the texts can be compared.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WireFormat.DeepestNesting };

    // Others, such as lists and tokens, are the serializer's own.
    private static readonly bool IsOurs = typeof(T).IsDefined(typeof(JsonCodecAttribute), inherit: false);

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

    public override Outcome ReadWire(ReadOnlySequence<byte> utf8) => Outcome.Of(() => WireFormat.TryRead(utf8, CodecOf<T>.Instance, out var value) ? value : "does not fit");

    public override Outcome ReadNewtonsoft(string text) => Outcome.Of(() => JsonConvert.DeserializeObject<T>(text, Settings));

    public override Outcome? ReadSystemTextJson(byte[] utf8) => IsOurs ? Outcome.Of(() => SystemJson.Deserialize<T>(utf8, Options)) : null;

    public override Outcome ReadReference(byte[] utf8) => Outcome.Of(() =>
    {
        var json = WireFormat.Parse(utf8);
        if (json.Type == JTokenType.Null && typeof(T) != typeof(JToken))
            return null;
        return ReferenceReader.TryRead(json, typeof(T), out var value) ? value : throw JsonValues.Misfit(json, typeof(T), json.Path);
    });

    public override byte[] Write(object? value) => IntercomJson.Write((T?)value);

    public override string WriteNewtonsoft(object? value) => JsonConvert.SerializeObject(value);

    public override string? WriteSystemTextJson(object? value) => IsOurs ? Encoding.UTF8.GetString(SystemJson.SerializeToUtf8Bytes((T?)value, Options)) : null;
}
