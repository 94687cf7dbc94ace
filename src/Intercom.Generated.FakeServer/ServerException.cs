namespace Intercom.Generated.FakeServer;

/// <summary>A mistake of the user, with a message that says what to do.</summary>
internal sealed class ServerException(string message, Exception? cause = null) : Exception(message, cause);
