namespace SupportPipeline.Social.Connectors.Telegram;

/// <summary>Who we are on Telegram.</summary>
/// <param name="BotName">The bot's user name without @; may be empty.</param>
/// <param name="Own">The ids of our channels, groups and people.</param>
internal sealed record TelegramAccount(string BotName, IReadOnlyList<string> Own)
{
    /// <summary>Whether somebody who writes is the bot.</summary>
    public bool IsBot(PayloadNode from) =>
        BotName.Length > 0 && from["is_bot"].IsTrue && string.Equals(from["username"].Text, BotName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text has the bot's name with @, and not the beginning of a longer name.</summary>
    public bool IsNamedIn(string text)
    {
        if (BotName.Length == 0)
        {
            return false;
        }

        var name = "@" + BotName;
        for (
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + name.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                return true;
            }
        }

        return false;
    }
}
