using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>Finds the custom attributes that a class with <see cref="IntercomAttributesAttribute"/> sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AttributeChanges
{
    /// <summary>Copies attributes, so that later changes of the original do not count as changes of the class.</summary>
    public static CustomAttributes Copy(CustomAttributes? attributes)
    {
        var copy = new CustomAttributes(attributes?.Count ?? 0);
        if (attributes is not null)
        {
            foreach (var attribute in attributes.Pairs)
                copy.Pairs[attribute.Key] = attribute.Value;
        }

        return copy;
    }

    /// <summary>Returns the attributes whose value differs from the value that was read.</summary>
    /// <param name="stored">The attributes as Intercom stores them.</param>
    /// <param name="read">The same attributes, as the properties of the class hold them.</param>
    /// <param name="current">The attributes as the properties hold them now.</param>
    /// <param name="includeUnchanged">
    /// Whether to include attributes that have not changed, with the stored value. It can be one that the property cannot hold.
    /// </param>
    public static CustomAttributes Between(
        CustomAttributes stored, CustomAttributes read, CustomAttributes current, bool includeUnchanged)
    {
        if (stored is null)
            throw new ArgumentNullException(nameof(stored));
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (current is null)
            throw new ArgumentNullException(nameof(current));
        var changes = new CustomAttributes();
        foreach (var attribute in current.Pairs)
        {
            if (read[attribute.Key].GetValueOrDefault() != attribute.Value)
                changes.Pairs[attribute.Key] = attribute.Value;
            else if (includeUnchanged)
                changes[attribute.Key] = stored[attribute.Key];
        }

        return changes;
    }
}
