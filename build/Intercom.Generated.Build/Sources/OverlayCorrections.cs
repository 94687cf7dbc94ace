using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>Applies overlays with the same code that generation uses, so that both see the same corrected description.</summary>
internal static class OverlayCorrections
{
    /// <inheritdoc cref="OverlayApplication"/>
    public static JObject Apply(string overlay, string fileName, JObject description)
    {
        try
        {
            return Overlay.Parse(overlay, fileName).Apply(description);
        }
        catch (OverlayException e)
        {
            var (pointer, message) = Split(e.Message, fileName);
            throw new DescriptionException(
                new Descriptions.DescriptionProblem(
                    fileName,
                    pointer,
                    $"The overlay does not fit the description: {message}",
                    "Correct the overlay, then run the tool again."),
                e);
        }
    }

    /// <summary>Takes the place out of a message such as <c>overlay.json#/actions/0/target: reason</c>.</summary>
    private static (string Pointer, string Message) Split(string message, string fileName)
    {
        if (!message.StartsWith(fileName + "#", StringComparison.Ordinal))
            return ("#", message);
        var place = message[fileName.Length..];
        var end = place.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? ("#", message) : (place[..end], place[(end + 2)..]);
    }
}
