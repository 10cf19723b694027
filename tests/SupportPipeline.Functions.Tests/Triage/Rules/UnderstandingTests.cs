using SupportPipeline.Triage;

namespace SupportPipeline.Functions.Tests.Triage.Rules;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("good food", Sentiment.Positive)]
    [InlineData("terrible room", Sentiment.Negative)]
    [InlineData("a room", Sentiment.Neutral)]
    [InlineData("great food, terrible room", Sentiment.Mixed)]
    [InlineData("great food but terrible room", Sentiment.Mixed)]
    [InlineData("", Sentiment.Neutral)]
    public void The_feeling_of_a_message_is_that_of_its_words(string text, Sentiment sentiment) =>
        Assert.Equal(sentiment, RuleWords.Analyze(text).Sentiment.Best);

    [Theory]
    [InlineData("I want a refund", Intent.Refund, Topic.Billing)]
    [InlineData("I do not want a refund", Intent.Other, Topic.Billing)]
    [InlineData("Your page says “no refund today” somewhere", Intent.Other, Topic.Billing)]
    [InlineData("It is still broken", Intent.NotSolved, Topic.Other)]
    [InlineData("Where is it?", Intent.Question, Topic.Other)]
    [InlineData("great food", Intent.Praise, Topic.Other)]
    [InlineData("terrible food", Intent.Complaint, Topic.Other)]
    [InlineData("a room", Intent.Other, Topic.Other)]
    public void A_negated_or_quoted_intent_does_not_count_but_its_topic_does(string text, Intent intent, Topic topic)
    {
        var triage = RuleWords.Analyze(text);

        Assert.Equal((intent, topic), (triage.Intent.Best, triage.Topic.Best));
    }

    [Theory]
    [InlineData("I will sue you", Threat.Legal)]
    [InlineData("I will sue you lol", Threat.Legal)]
    [InlineData("I will not sue you", Threat.None)]
    [InlineData("I will kill you", Threat.Physical)]
    [InlineData("I will kill you lol", Threat.None)]
    [InlineData("I will kill you. 😂", Threat.None)]
    [InlineData("I will burn down your shop lol", Threat.Physical)]
    [InlineData("I want to end my life", Threat.SelfHarm)]
    [InlineData("Your film says “I will kill you” in the end", Threat.None)]
    public void A_negated_quoted_or_joking_threat_is_none_unless_it_is_clear(string text, Threat threat) =>
        Assert.Equal(threat, RuleWords.Analyze(text).Threat.Best);

    [Theory]
    [InlineData("you idiot", Conduct.Abusive)]
    [InlineData("your agent is an idiot", Conduct.Abusive)]
    [InlineData("@desk idiot", Conduct.Abusive)]
    [InlineData("I am an idiot", Conduct.Civil)]
    [InlineData("you are not an idiot", Conduct.Civil)]
    [InlineData("you idiot lol", Conduct.Civil)]
    [InlineData("he wrote “you utter idiot” to me", Conduct.Civil)]
    [InlineData("damn", Conduct.Vulgar)]
    [InlineData("what crap", Conduct.Vulgar)]
    [InlineData("hello", Conduct.Civil)]
    public void An_insult_is_abusive_when_it_is_aimed_at_us(string text, Conduct conduct) =>
        Assert.Equal(conduct, RuleWords.Analyze(text).Conduct.Best);

    [Theory]
    [InlineData("THIS IS TERRIBLE TERRIBLE SERVICE", Style.Aggressive)]
    [InlineData("this is terrible terrible service", Style.None)]
    [InlineData("GREAT GREAT FOOD HERE", Style.None)]
    [InlineData("sooo bad!!! 😂 #baaad", Style.Expressive)]
    [InlineData("I suggest a sign", Style.Constructive)]
    [InlineData("I never suggest a sign", Style.None)]
    public void Shouting_and_decoration_are_a_style_of_complaining(string text, Style style) =>
        Assert.Equal(style, RuleWords.Analyze(text).Style.Best);

    [Theory]
    [InlineData("a rip off", true)]
    [InlineData("not a rip off", false)]
    [InlineData("they call it “a rip off” there", false)]
    [InlineData("terrible", true)]
    [InlineData("great", false)]
    [InlineData("still broken", false)]
    [InlineData("still broken, bad", true)]
    public void Criticism_complaint_words_and_intents_make_a_complaint(string text, bool isComplaint) =>
        Assert.Equal(isComplaint, RuleWords.Analyze(text).Complaint.Best);

    [Theory]
    [InlineData("urgent, asap", 1)]
    [InlineData("I will kill you", 1)]
    [InlineData("urgent", 2)]
    [InlineData("I will sue you", 2)]
    [InlineData("asap", 3)]
    [InlineData("a refund", 3)]
    [InlineData("not urgent", 4)]
    [InlineData("great", 4)]
    public void Urgency_follows_from_threats_and_urgent_words(string text, int urgency) =>
        Assert.Equal(urgency, RuleWords.Analyze(text).Urgency.Best);

    [Fact]
    public void Evidence_is_what_the_customer_wrote_where_it_stands_the_strongest_first()
    {
        const string Text = "Some food was GOOD, but 😂 the ｒｏｏｍ was teeerrible and bad, I want a re\u200Bfund.";

        var triage = RuleWords.Analyze(Text);

        Assert.Equal(["teeerrible@40 en/test.cues:6", "bad@55 en/test.cues:5"], triage.Sentiment.Evidence.Select(Show));
        Assert.Equal(["re\u200Bfund@69 en/test.cues:20"], triage.Intent.Evidence.Select(Show));

        static string Show(Evidence evidence)
        {
            Assert.Equal(Text.Substring(evidence.Offset, evidence.Length), evidence.Text);
            return $"{evidence.Text}@{evidence.Offset} {evidence.Source}";
        }
    }

    [Fact]
    public void Evidence_is_shown_up_to_120_characters_and_never_cut_inside_a_character()
    {
        var analyzer = Cues.CueTexts.Analyzer("en", "[sentiment -2]\nbad ..3 room");
        var text = $"bad {new string('x', 115)}😂 room";

        var evidence = Assert.Single(analyzer.Analyze(text, "en").Sentiment.Evidence);

        Assert.Equal((text[..119], 0, text.Length), (evidence.Text, evidence.Offset, evidence.Length));
    }

    [Fact]
    public void Only_the_strongest_are_named_as_evidence()
    {
        var triage = RuleWords.Analyze("bad, bad, bad, bad, bad, terrible, refund refund refund refund refund");

        Assert.Equal(["terrible", "bad", "bad", "bad", "bad"], triage.Sentiment.Evidence.Select(evidence => evidence.Text));
        Assert.Equal([35, 42, 49, 56], triage.Topic.Evidence.Select(evidence => evidence.Offset));
    }

    [Fact]
    public void In_a_language_without_cue_files_what_has_no_evidence_is_unsure_and_does_not_wait()
    {
        var triage = RuleWords.Analyzer.Analyze("Das Zimmer war gut", "de");

        Assert.Equal(
            (null, null, null, null, null, null, null, null),
            (
                triage.Sentiment.Value,
                triage.Intent.Value,
                triage.Topic.Value,
                triage.Style.Value,
                triage.Conduct.Value,
                triage.Threat.Value,
                triage.Complaint.Value,
                triage.Urgency.Value
            )
        );
        Assert.Equal(3, triage.Urgency.Best);
    }

    [Theory]
    [InlineData("en-GB", Sentiment.Negative)]
    [InlineData("EN", Sentiment.Negative)]
    [InlineData("und", Sentiment.Negative)]
    [InlineData("enm", Sentiment.Neutral)]
    [InlineData("de", Sentiment.Neutral)]
    public void A_language_is_read_by_its_own_words(string language, Sentiment sentiment) =>
        Assert.Equal(sentiment, RuleWords.Analyzer.Analyze("terrible", language).Sentiment.Best);
}
