using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>A string with known values. Generated open enums implement it and have a constructor that takes the string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The string as Intercom sends it.</summary>
    string Value { get; }
}
