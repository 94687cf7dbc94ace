namespace SupportBot;

/// <summary>The settings of the bot.</summary>
/// <param name="AdminId">The ID of the teammate in whose name the bot replies.</param>
internal sealed record BotSettings(string AdminId);
