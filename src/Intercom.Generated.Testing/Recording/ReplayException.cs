namespace Intercom.Generated.Testing;

/// <summary>
/// A <see cref="ReplayHandler"/> has no response for a request. A client of this SDK throws an <c>IntercomRequestException</c> with this
/// exception inside, without a retry.
/// </summary>
public sealed class ReplayException : Exception
{
    internal ReplayException(string message)
        : base(message)
    {
    }
}
