using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>What came of reading: a value, or an exception with its place.</summary>
internal sealed record Outcome(object? Value, Exception? Failure = null)
{
    public static Outcome Of(Func<object?> read)
    {
        try
        {
            return new Outcome(read());
        }
        catch (Exception e) when (e is JsonException or System.Text.Json.JsonException or DecoderFallbackException)
        {
            return new Outcome(null, e);
        }
    }

    /// <summary>The kind of the exception and its place; null when there is a value.</summary>
    public string? Problem => Failure switch
    {
        null => null,
        JsonReaderException e => $"{nameof(JsonReaderException)} at '{e.Path}'",
        JsonSerializationException e => $"{nameof(JsonSerializationException)} at '{e.Path}'",
        _ => Failure.GetType().Name,
    };

    /// <summary>How two outcomes differ; null when they are the same.</summary>
    public static string? Difference(Outcome left, Outcome right, bool inOrder = true)
    {
        if (left.Problem != right.Problem)
            return $"{left} against {right}";
        return left.Failure is null ? Meaning.Difference(left.Value, right.Value, inOrder) : null;
    }

    public override string ToString() => Failure is null ? Value?.GetType().Name ?? "null" : $"{Problem} ({Failure.Message})";
}
