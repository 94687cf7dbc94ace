namespace Intercom.Generated.Runtime;

/// <summary>A value that the declared JSON type cannot hold. The model adds the name of the member.</summary>
internal sealed class UnwritableValueException(string message) : ArgumentException(message);
