using SupportPipeline.Playbook;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>The feeling first: empathy, an apology that is not empty, and no solution before them for an angry customer.</summary>
internal static class ApologyRules
{
    /// <summary>Words of its own from which a sentence says what happened; in the sentence of the apology itself one is enough: "sorry for the delay".</summary>
    private const int WordsOfMatter = 2;

    public static void Apply(CourtesyReading reading)
    {
        var apologises = reading.Has(CourtesyCues.Apology);
        if (reading.Needs(Must.Apology) && !apologises)
        {
            reading.ReportMissing(MissingApology, Block, reading.AfterGreeting);
        }

        var unhappy = reading.Input.Mood != CustomerMood.Calm || reading.Input.IsForAngryCustomer;
        if (apologises && (reading.Needs(Must.Apology) || unhappy) && IsEmpty(reading))
        {
            reading.Report(EmptyApology, Warn, reading.Of(CourtesyCues.Apology).First());
        }

        // To somebody who is merely unhappy an apology shows that it was heard; an angry customer needs more than that.
        var isHeard = reading.Has(CourtesyCues.Empathy) || (apologises && !reading.Input.IsForAngryCustomer);
        if ((unhappy || reading.Needs(Must.Empathy)) && !isHeard)
        {
            reading.ReportMissing(MissingEmpathy, Warn, reading.AfterGreeting);
        }

        if (reading.Input.IsForAngryCustomer)
        {
            CheckOrder(reading);
        }
    }

    private static void CheckOrder(CourtesyReading reading)
    {
        var solution = reading.Of(CourtesyCues.Solution).FirstOrDefault();
        var soothing = reading.FirstOf([CourtesyCues.Empathy, CourtesyCues.Apology]);
        if (solution.Name is not null && (soothing < 0 || soothing > solution.First))
        {
            reading.Report(SolutionFirst, Block, solution);
        }
    }

    /// <summary>Whether nothing says what for, or nothing says what happens next.</summary>
    private static bool IsEmpty(CourtesyReading reading) =>
        !(
            reading.Has(CourtesyCues.Promise, CourtesyCues.Solution, CourtesyCues.HelpOffer, CourtesyCues.Confirmation)
            || TimeRules.NamesTime(reading)
        ) || !SaysWhatHappened(reading);

    private static bool SaysWhatHappened(CourtesyReading reading)
    {
        var tokens = reading.Tokens;
        var closing = Math.Min(reading.ClosingToken, EndOfAnswer(reading));
        for (var sentence = 0; sentence < tokens.Sentences.Length; sentence++)
        {
            var first = tokens.Sentences[sentence].First;
            if (first >= closing)
            {
                break;
            }

            var needed = reading.HasIn(sentence, CourtesyCues.Apology) ? 1 : WordsOfMatter;
            if (
                !reading.HasIn(sentence, CourtesyCues.Greeting, CourtesyCues.FormLetter)
                && HasMatter(reading, first, tokens.EndOf(sentence), needed)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A last line without a full stop is the name of whoever writes.</summary>
    private static int EndOfAnswer(CourtesyReading reading)
    {
        var text = reading.Text.AsSpan().TrimEnd();
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? reading.Tokens.Sentences[^1].First : reading.Tokens.Count;
    }

    /// <summary>Whether a clause without a promise has enough words that no cue and no list of empty words explains.</summary>
    private static bool HasMatter(CourtesyReading reading, int first, int end, int needed)
    {
        var (clause, words, promises) = (-1, 0, false);
        for (var at = first; at < end; at++)
        {
            ref readonly var token = ref reading.Tokens.Tokens[at];
            if (token.Clause != clause && !token.Has(TokenFlags.Quoted))
            {
                if (words >= needed && !promises)
                {
                    return true;
                }

                (clause, words, promises) = (token.Clause, 0, false);
            }

            var cue = reading.CueAt(at);
            promises |= cue is CourtesyCues.Promise or CourtesyCues.HelpOffer or CourtesyCues.Solution;
            var isOwn = cue is null or CourtesyCues.Empathy or CourtesyCues.Fine;
            words += isOwn && token.Kind != TokenKind.Url && !reading.IsIn(CourtesyCues.Filler, at) ? 1 : 0;
        }

        return words >= needed && !promises;
    }
}
