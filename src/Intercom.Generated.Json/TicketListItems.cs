using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>Finds the items of list attributes of tickets. The value of such an attribute is the ID of an item, not its label.</summary>
public static class TicketListItems
{
    private const string IdMember = "id";

    /// <summary>Finds the ID of an item by its label.</summary>
    /// <param name="inputOptions">
    /// The <c>InputOptions</c> of the attribute, from its ticket type. Intercom does not describe how they contain the items, so any object
    /// with an ID and the label is one. Null means no items.
    /// </param>
    /// <param name="label">The label that teammates see, such as <c>High</c>. Case matters.</param>
    /// <returns>The ID of the first item with the label, or null if there is none.</returns>
    public static string? FindId(IntercomModel? inputOptions, string label)
    {
        if (label is null)
            throw new ArgumentNullException(nameof(label));
        return inputOptions?.AdditionalProperties.Values
            .OfType<JContainer>()
            .SelectMany(value => value.DescendantsAndSelf())
            .OfType<JObject>()
            .Where(item => item.Properties().Any(member => IsLabel(member, label)))
            .Select(item => item[IdMember] is JValue { Type: JTokenType.String or JTokenType.Integer } id ? id.ToString() : null)
            .FirstOrDefault(id => id is not null);
    }

    private static bool IsLabel(JProperty member, string label) =>
        member.Name != IdMember && member.Value is JValue { Value: string text } && text == label;
}
