using Newtonsoft.Json;

namespace Intercom.Generated.OpenApi;

/// <summary>A file that is not the JSON that it has to be, with the place.</summary>
public sealed class InvalidJsonException : JsonReaderException
{
    // A message may quote the text, which can be long.
    private const int MaximumLength = 400;

    /// <summary>Makes the exception for a place in a document that is JSON.</summary>
    public InvalidJsonException(string message, JsonPointer pointer)
        : base(message) => Pointer = pointer.ToString();

    private InvalidJsonException(string message, JsonReaderException e)
        : base(message, e.Path ?? string.Empty, e.LineNumber, e.LinePosition, e) => Pointer = Shortened(JsonPointer.OfPath(e.Path).ToString());

    /// <summary>The JSON pointer of the place.</summary>
    public string Pointer { get; }

    internal static InvalidJsonException Of(JsonReaderException e) => new(Shortened(e.Message), e);

    private static string Shortened(string text) =>
        text.Length <= MaximumLength ? text : $"{text.Substring(0, MaximumLength / 2)} ... {text.Substring(text.Length - (MaximumLength / 2))}";
}
