using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>Marks a property that a request must have. A call without it throws before it sends the request.</summary>
[AttributeUsage(AttributeTargets.Property)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequiredInRequestsAttribute : Attribute;
