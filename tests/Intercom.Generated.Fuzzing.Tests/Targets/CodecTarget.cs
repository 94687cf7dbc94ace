using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Codecs.Tests;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_16;
using Newtonsoft.Json;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// The codecs. The first line is the name of a type, and the rest is its JSON. All entry points read the same value or reject the JSON,
/// and a value that is written and read again stays the same.
/// </summary>
internal sealed class CodecTarget : FuzzTarget
{
    private static readonly Type[] Types =
    [
        .. typeof(IntercomClient).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(IntercomModel)) || type.IsSubclassOf(typeof(IntercomUnion)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private static readonly Regex LongInteger = new("[0-9]{380}", RegexOptions.CultureInvariant);

    public override string Name => "codecs";

    public override bool Run(byte[] input)
    {
        var (header, json) = Split(input);
        var entryPoints = EntryPoints.Of(Choose(Types, header, type => type.Name));
        var read = entryPoints.Read(json);
        var wire = entryPoints.ReadWire(json);
        if (!IsSameOnWire(read, wire))
            throw Broken($"{entryPoints.Type.Name}: IntercomJson read {read}, but the wire {wire}");

        // The other serializers get text.
        if (TextOf(json) is { } text && IsForAllReaders(text) && Difference(entryPoints, read, text) is { } difference)
            throw Broken(difference);
        if (read.Failure is not null)
            return false;
        ThrowIfChanged(entryPoints, read.Value);
        return true;
    }

    // If JSON has several defects, serializers can find another one first.
    private static string? Difference(EntryPoints entryPoints, Outcome read, string text) =>
        read.Failure is null ? entryPoints.Difference(text, inOrder: false)
        : entryPoints.ReadNewtonsoft(text).Failure is null ? $"{entryPoints.Type.Name}: only Newtonsoft.Json reads {text}"
        : entryPoints.SystemTextJsonDifference(read, Encoding.UTF8.GetBytes(text));

    // The wire reports a value of another form without an exception. For a union, null is a value on the wire.
    private static bool IsSameOnWire(Outcome read, Outcome wire) =>
        wire.Failure is not null ? read.Failure is not null
        : wire.Value is "does not fit" ? read.Failure is JsonSerializationException || read.Value is null
        : read.Value is null ? wire.Value is IntercomUnion
        : ObjectComparison.Difference(read.Value, wire.Value) is null;

    private static string? TextOf(byte[] json)
    {
        try
        {
            // A byte order mark is not part of a text.
            return JsonText.HasByteOrderMark(json) ? null : JsonText.Strict.GetString(json);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Newtonsoft.Json ignores NUL, reads text without a value as null without asking for a converter, and rejects integers of more than 380
    // digits, even one that a later value of the same name replaces.
    private static bool IsForAllReaders(string text)
    {
        if (text.Contains('\0') || LongInteger.IsMatch(text))
            return false;
        using var reader = new JsonTextReader(new StringReader(text));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                    return true;
            }

            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static void ThrowIfChanged(EntryPoints entryPoints, object? value)
    {
        var written = entryPoints.Write(value);
        var again = entryPoints.Read(written);
        if (again.Failure is not null)
            throw Broken($"{entryPoints.Type.Name} cannot be read from its own JSON {Encoding.UTF8.GetString(written)}: {again}");
        var rewritten = entryPoints.Write(again.Value);
        if (ObjectComparison.Difference(value, again.Value, inOrder: false) is { } difference)
            throw Broken($"{entryPoints.Type.Name} changes when {Encoding.UTF8.GetString(written)} is read again: {difference}");
        if (!rewritten.AsSpan().SequenceEqual(written))
            throw Broken($"{entryPoints.Type.Name} is written differently the second time: {Encoding.UTF8.GetString(written)}");
    }
}
