using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Reports;

/// <summary>A place in a description.</summary>
/// <param name="Pointer">The JSON pointer in its fragment form.</param>
/// <param name="Position">The place in the text, where it is known.</param>
internal sealed record DescriptionPlace(string Pointer, SourcePosition? Position)
{
    /// <summary>The place of a token that was found in a description.</summary>
    public static DescriptionPlace Of((JsonPointer Pointer, JToken? Token) found) =>
        new(found.Pointer.ToString(), found.Token?.Annotation<SourcePosition>());
}
