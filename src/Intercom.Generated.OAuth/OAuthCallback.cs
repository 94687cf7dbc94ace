using System.Text;
using Intercom.Generated.Cryptography;

namespace Intercom.Generated;

/// <summary>The parameters of a callback from Intercom.</summary>
internal sealed class OAuthCallback
{
    private readonly List<string> _codes = [];
    private readonly List<string> _states = [];
    private string? _error;

    /// <summary>Parses a query.</summary>
    public static OAuthCallback Parse(string? query)
    {
        var callback = new OAuthCallback();
        foreach (var parameter in (query ?? string.Empty).TrimStart('?').Split('&'))
        {
            // A code may end with an equals sign that is not encoded, so only the first one separates.
            var separator = parameter.IndexOf('=');
            if (separator > 0)
                callback.Add(parameter.Substring(0, separator), parameter.Substring(separator + 1));
        }

        return callback;
    }

    /// <summary>Returns the code if the callback belongs to the state.</summary>
    /// <exception cref="IntercomOAuthException">The state is another one, or there is no code.</exception>
    public string ReadCode(string? expectedState)
    {
        if (string.IsNullOrEmpty(expectedState) || _states.Count != 1 || !AreEqual(_states[0], expectedState!))
        {
            throw new IntercomOAuthException(
                IntercomOAuthProblem.StateMismatch,
                "The state of the callback is not that of the session. The session has expired, or the callback is forged. Start again.");
        }

        if (_error is not null)
        {
            throw new IntercomOAuthException(
                IntercomOAuthProblem.AccessDenied, $"Intercom did not authorize the app: {ServerText.Bounded(_error)}.");
        }

        return _codes.Count == 1 && !string.IsNullOrWhiteSpace(_codes[0])
            ? _codes[0]
            : throw new IntercomOAuthException(IntercomOAuthProblem.MissingCode, $"The callback has {_codes.Count} codes instead of one.");
    }

    private void Add(string name, string value)
    {
        switch (name)
        {
            // In a query, a plus sign usually is a space, but no code contains a space.
            case "code":
                _codes.Add(Uri.UnescapeDataString(value));
                break;
            case "state":
                _states.Add(Uri.UnescapeDataString(value));
                break;
            case "error":
                _error = Uri.UnescapeDataString(value.Replace('+', ' '));
                break;
        }
    }

    private static bool AreEqual(string state, string expected) =>
        HmacSha256.AreEqual(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(expected));
}
