using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>The two ways from JSON to a type and back: by its codec, and by Newtonsoft and reflection.</summary>
internal abstract class TwoWays(Type type)
{
    private static readonly ConcurrentDictionary<Type, TwoWays> Known = new();

    public Type Type { get; } = type;

    public static TwoWays Of(Type type) => Known.GetOrAdd(type, static key => (TwoWays)Activator.CreateInstance(typeof(TwoWays<>).MakeGenericType(key))!);

    /// <summary>Reads by the public entry.</summary>
    public abstract Outcome Read(ReadOnlySpan<byte> utf8);

    /// <summary>Reads as the wire does, from segments.</summary>
    public abstract Outcome ReadWire(ReadOnlySequence<byte> utf8);

    /// <summary>Reads by Newtonsoft, with the settings that the wire has.</summary>
    public abstract Outcome ReadNewtonsoft(string text);

    /// <summary>Reads by Newtonsoft's reader and reflection, as the wire did before there were codecs: nothing is read of what is no JSON to its end.</summary>
    public abstract Outcome ReadTokens(byte[] utf8);

    public abstract byte[] Write(object? value);

    public abstract string WriteNewtonsoft(object? value);

    /// <summary>How what the two ways read, and write again, differs; null when it is the same.</summary>
    public string? Difference(string text, bool inOrder = true)
    {
        var read = Read(Encoding.UTF8.GetBytes(text));
        var expected = ReadNewtonsoft(text);
        var differs = Outcome.Difference(read, expected, inOrder);
        if (differs is null && read.Failure is null)
            differs = DifferenceWritten(read.Value, expected.Value, inOrder);
        return differs is null ? null : $"{Type.FullName} from {text}: {differs}";
    }

    /// <summary>How what the two ways write of the same value differs; null when it is the same.</summary>
    public string? DifferenceWritten(object? own, object? other, bool inOrder = true) =>
        JsonTokens.Difference(Write(own), WriteNewtonsoft(other), inOrder) is { } differs ? $"written otherwise: {differs}" : null;
}

/// <inheritdoc/>
internal sealed class TwoWays<T>() : TwoWays(typeof(T))
{
    // Dates are text and nesting is as deep as on the wire; everything else is as it is by default.
    private static readonly JsonSerializerSettings Settings = new() { DateParseHandling = DateParseHandling.None, MaxDepth = WireFormat.DeepestNesting };

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

    public override Outcome ReadTokens(byte[] utf8) => Outcome.Of(() =>
    {
        var json = WireFormat.Parse(utf8);
        if (json.Type == JTokenType.Null && typeof(T) != typeof(JToken))
            return null;
        return JsonBinding.TryBind(json, typeof(T), out var value) ? value : throw JsonValues.Misfit(json, typeof(T), json.Path);
    });

    public override byte[] Write(object? value) => IntercomJson.Write((T?)value);

    public override string WriteNewtonsoft(object? value) => JsonConvert.SerializeObject(value);
}
