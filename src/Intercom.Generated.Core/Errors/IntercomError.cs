namespace Intercom.Generated;

/// <summary>One error of an answer.</summary>
/// <param name="Code">The code, such as <c>not_found</c>; empty when the answer has none.</param>
/// <param name="Message">What Intercom says about it; null when it says nothing.</param>
/// <param name="Field">The field of the request that is wrong; null when the error is not about one.</param>
public sealed record IntercomError(string Code, string? Message, string? Field);
