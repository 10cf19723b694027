using SupportPipeline.Playbook;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>What belongs around the answer: greeting and name, thanks, an offer of help, a question whether it is solved.</summary>
internal static class FrameRules
{
    /// <summary>A greeting begins within so many tokens: an address or a name may stand before it.</summary>
    private const int GreetingReach = 8;

    public static void Apply(CourtesyReading reading)
    {
        if (reading.Input.Channel == CourtesyChannel.Email)
        {
            if (!reading.Of(CourtesyCues.Greeting).Any(cue => cue.First < GreetingReach))
            {
                reading.ReportMissing(MissingGreeting, Warn, 0);
            }

            if (reading.Input.CustomerName is { } name && !string.IsNullOrWhiteSpace(name) && !UsesName(reading.Text, name))
            {
                reading.ReportMissing(MissingName, Warn, 0);
            }
        }

        if (!reading.Has(CourtesyCues.Thanks))
        {
            reading.ReportMissing(MissingThanks, reading.Needs(Must.Thanks) ? Warn : Hint, reading.BeforeClosing);
        }

        if (reading.Needs(Must.OfferHelp) && !reading.Has(CourtesyCues.HelpOffer))
        {
            reading.ReportMissing(MissingHelpOffer, Warn, reading.BeforeClosing);
        }

        if (reading.Needs(Must.AskConfirmation) && !reading.Has(CourtesyCues.Confirmation))
        {
            reading.ReportMissing(MissingConfirmation, Warn, reading.BeforeClosing);
        }
    }

    /// <summary>Any part of a name will do: "Mia", "Ms Jones"; of a Chinese one the family name with a title.</summary>
    private static bool UsesName(string text, string name)
    {
        var parts = name.Split([' ', ',', '.', '-', '·', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(part => (part.Length > 1 || Characters.IsHan(part[0])) && HasWord(text, part))
            || UsesFamilyName(text, name.Trim());
    }

    private static bool UsesFamilyName(string text, string name)
    {
        if (!Characters.IsHan(name[0]))
        {
            return false;
        }

        ReadOnlySpan<string> titles = ["先生", "女士", "小姐", "老师", "老師", "太太", "您", "总", "經理", "经理"];
        foreach (var title in titles)
        {
            if (text.Contains(name[0] + title, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string text, string word)
    {
        for (
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + word.Length;
            if ((at == 0 || !Characters.IsWord(text[at - 1])) && (end == text.Length || !Characters.IsWord(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
