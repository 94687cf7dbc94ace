using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;

namespace Tickets;

/// <summary>Finds the items of list attributes.</summary>
internal static class ListItems
{
    /// <summary>Returns the ID of the item with a label, or null if the attribute has no such item.</summary>
    /// <remarks>
    /// Intercom does not describe the input options of list attributes, so they are in AdditionalProperties. An item is an object with an
    /// ID and its label.
    /// </remarks>
    public static string? IdOf(TicketType type, string attribute, string label)
    {
        var options = type.TicketTypeAttributes?.Data?.FirstOrDefault(candidate => candidate.Name == attribute)?.InputOptions;
        return options?.AdditionalProperties.Values
            .OfType<JContainer>().SelectMany(value => value.DescendantsAndSelf()).OfType<JObject>()
            .Where(item => item.Properties().Any(property => IsLabel(property, label)))
            .Select(item => (string?)item["id"])
            .FirstOrDefault(id => id is not null);
    }

    private static bool IsLabel(JProperty property, string label) =>
        property.Name != "id" && property.Value is JValue { Value: string text } && text == label;
}
