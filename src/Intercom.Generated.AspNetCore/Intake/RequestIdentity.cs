namespace Intercom.Generated.AspNetCore;

/// <summary>The members of a request that its receiver needs.</summary>
/// <param name="Id">The ID by which duplicates are recognized, or null.</param>
/// <param name="CreatedAt">The time when Intercom created the request, or null if it is unknown.</param>
internal readonly record struct RequestIdentity(string? Id, DateTimeOffset? CreatedAt);
