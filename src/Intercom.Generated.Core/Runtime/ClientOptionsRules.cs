namespace Intercom.Generated.Runtime;

/// <summary>The rules that the options of a client must follow.</summary>
internal static class ClientOptionsRules
{
    /// <summary>Checks all options. The messages never contain the token.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static void Check(IntercomClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AccessToken) && options.AccessTokenProvider is null)
            throw new ArgumentException(
                $"Set {nameof(options.AccessToken)} or {nameof(options.AccessTokenProvider)}. "
                + "Intercom's Developer Hub shows the access token under Authentication.");
        if (options.AccessToken is { } token && !AccessTokens.IsValid(token))
        {
            throw new ArgumentException(
                $"{nameof(options.AccessToken)} contains a space, a line break, or another character that is not valid in a token. "
                + "Check where the token was read from.");
        }

        if (options.HttpClient is not null && options.HttpMessageHandler is not null)
            throw new ArgumentException($"Set {nameof(options.HttpClient)} or {nameof(options.HttpMessageHandler)}, not both.");
        CheckTimeout(options.Timeout, nameof(options.Timeout));
        CheckTimeout(options.AttemptTimeout, nameof(options.AttemptTimeout));
        if (options.Retry is null || options.TimeProvider is null)
            throw new ArgumentException($"{nameof(options.Retry)} and {nameof(options.TimeProvider)} cannot be null.");
        options.Retry.Validate();
        if (options.MaxResponseSize is <= 0 or > int.MaxValue / 2)
            throw new ArgumentException($"{nameof(options.MaxResponseSize)} must be positive and at most 1 GiB.");
        if (options.VersionMismatch is not (VersionMismatchPolicy.Ignore or VersionMismatchPolicy.Warn or VersionMismatchPolicy.Throw))
            throw new ArgumentException($"{nameof(options.VersionMismatch)} {options.VersionMismatch} is not a known policy.");
        _ = ClientAddress.Of(options);
    }

    /// <summary>Returns a timeout if it is valid.</summary>
    public static TimeSpan CheckTimeout(TimeSpan timeout, string name) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= int.MaxValue)
            ? timeout
            : throw new ArgumentException($"{name} must be positive and at most {int.MaxValue} milliseconds, or infinite.");
}
