using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>A place in a description.</summary>
/// <param name="Pointer">The JSON pointer in fragment form.</param>
/// <param name="Position">The position in the text, if it is known.</param>
internal sealed record DescriptionPlace(string Pointer, SourcePosition? Position)
{
    /// <summary>Creates the place of a token.</summary>
    public static DescriptionPlace Of((JsonPointer Pointer, JToken? Token) found) =>
        new(found.Pointer.ToString(), found.Token?.Annotation<SourcePosition>());
}
