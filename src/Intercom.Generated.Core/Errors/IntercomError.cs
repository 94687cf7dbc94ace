namespace Intercom.Generated;

/// <summary>An error in a response.</summary>
/// <param name="Code">The code, such as <c>not_found</c>. Empty if the response has none.</param>
/// <param name="Message">Intercom's description of the error, or null if there is none.</param>
/// <param name="Field">The invalid field of the request, or null if the error does not concern a field.</param>
public sealed record IntercomError(string Code, string? Message, string? Field);
