namespace SupportPipeline.Triage.Azure;

public sealed class SentimentMergeTests
{
    private static readonly SentimentScores s_positive = new(0.8, 0.1, 0.1);
    private static readonly SentimentScores s_negative = new(0.05, 0.05, 0.9);
    private static readonly SentimentScores s_neutral = new(0.1, 0.7, 0.2);

    [Theory]
    [InlineData("Neutral Neutral", Sentiment.Neutral, 0.7)]
    [InlineData("Neutral Positive", Sentiment.Positive, 0.8)]
    [InlineData("Negative Neutral", Sentiment.Negative, 0.9)]
    [InlineData("Negative Positive", Sentiment.Mixed, 0.8)]
    [InlineData("Negative Neutral Neutral Neutral", Sentiment.Negative, 0.9)]
    public void The_label_of_several_pieces_follows_the_services_rule(string labels, Sentiment expected, double confidence)
    {
        var merged = Merge([.. labels.Split(' ').Select(label => Piece(Enum.Parse<Sentiment>(label)))]);

        Assert.Equal((expected, confidence), (merged.Sentiment.Best, Math.Round(merged.Sentiment.Confidence, 6)));
    }

    [Fact]
    public void The_label_of_one_piece_is_the_services()
    {
        var merged = Merge([new SentimentAnswer(Sentiment.Mixed, s_neutral, [Sentence(Sentiment.Negative, s_negative, 0)])]);

        // No positive sentence came with it: then its score in the whole document has to do.
        Assert.Equal((Sentiment.Mixed, 0.1, true), (merged.Sentiment.Best, merged.Sentiment.Confidence, merged.Sentiment.IsUnsure));
    }

    [Fact]
    public void Scores_weigh_as_much_as_their_pieces_are_long()
    {
        PieceAnswer<SentimentAnswer>[] answers =
        [
            new(new TextPiece(0, new string('a', 30)), Piece(Sentiment.Positive)),
            new(new TextPiece(30, new string('b', 10)), Piece(Sentiment.Negative)),
        ];

        var merged = SentimentMerge.Into(TriageBench.Neutral(""), new string('x', 40), answers, 0.5);

        Assert.Equal(((0.8 * 30) + (0.05 * 10)) / 40, merged.Scores.Positive, 9);
        Assert.Equal(((0.1 * 30) + (0.05 * 10)) / 40, merged.Scores.Neutral, 9);
        Assert.Equal(((0.1 * 30) + (0.9 * 10)) / 40, merged.Scores.Negative, 9);
    }

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(0.91, true)]
    public void Below_the_threshold_it_is_unsure(double threshold, bool expected)
    {
        PieceAnswer<SentimentAnswer>[] answers = [new(new TextPiece(0, "text"), Piece(Sentiment.Negative))];

        Assert.Equal(expected, SentimentMerge.Into(TriageBench.Neutral(""), "text", answers, threshold).Sentiment.IsUnsure);
    }

    [Fact]
    public void Without_opinions_the_sentences_that_speak_for_the_label_are_the_evidence()
    {
        const string text = "Nice. Bad one. Fine.";
        var answer = new SentimentAnswer(
            Sentiment.Negative,
            s_negative,
            [Sentence(Sentiment.Neutral, s_neutral, 0, 5), Sentence(Sentiment.Negative, s_negative, 6, 8)]
        );

        var merged = SentimentMerge.Into(TriageBench.Neutral(text), text, [new(new TextPiece(0, text), answer)], 0.5);

        Assert.Equal([new Evidence("Bad one.", 6, 8, "azure")], merged.Sentiment.Evidence);
    }

    [Fact]
    public void Only_opinions_that_speak_for_the_label_are_the_evidence()
    {
        const string text = "food good, staff rude";
        OpinionAnswer[] opinions =
        [
            new(Sentiment.Positive, new(0, 4), [new(5, 4)]),
            new(Sentiment.Negative, new(11, 5), [new(17, 4)]),
            new(Sentiment.Mixed, new(11, 5), []),
        ];

        Assert.Equal(["staff", "rude"], EvidenceOf(Sentiment.Negative, text, opinions));
        Assert.Equal(["food", "good", "staff"], EvidenceOf(Sentiment.Positive, text, opinions));
        Assert.Equal(["food", "good", "staff", "rude"], EvidenceOf(Sentiment.Mixed, text, opinions));
        Assert.Equal([], EvidenceOf(Sentiment.Neutral, text, opinions));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 0)]
    [InlineData(4, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Words_that_are_not_in_the_text_are_no_evidence(int offset, int length)
    {
        Assert.Equal([], EvidenceOf(Sentiment.Negative, "text", [new(Sentiment.Negative, new(offset, length), [])]));
    }

    [Fact]
    public void Evidence_is_kept_short()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 100));
        var opinions = Enumerable
            .Range(0, 100)
            .Select(at => new OpinionAnswer(Sentiment.Negative, new(at * 2, 2), [new(0, 200)]))
            .ToArray();
        var answer = new SentimentAnswer(Sentiment.Negative, s_negative, [new(Sentiment.Negative, s_negative, new(0, 200), opinions)]);

        var merged = SentimentMerge.Into(TriageBench.Neutral(text), text, [new(new TextPiece(0, text), answer)], 0.5);

        Assert.Equal(20, merged.Sentiment.Evidence.Count);
        Assert.Equal(new Evidence(text[..120], 0, 200, "azure"), merged.Sentiment.Evidence[1]);
    }

    private static IEnumerable<string> EvidenceOf(Sentiment label, string text, OpinionAnswer[] opinions)
    {
        var answer = new SentimentAnswer(label, s_negative, [new(Sentiment.Neutral, s_negative, new(0, text.Length), opinions)]);
        return SentimentMerge
            .Into(TriageBench.Neutral(text), text, [new(new TextPiece(0, text), answer)], 0.5)
            .Sentiment.Evidence.Select(evidence => evidence.Text);
    }

    private static MessageTriage Merge(SentimentAnswer[] answers) =>
        SentimentMerge.Into(
            TriageBench.Neutral(""),
            new string('x', answers.Length * 10),
            [
                .. answers.Select(
                    (answer, index) => new PieceAnswer<SentimentAnswer>(new TextPiece(index * 10, new string('x', 10)), answer)
                ),
            ],
            0.5
        );

    private static SentimentAnswer Piece(Sentiment label) => new(label, Scores(label), [Sentence(label, Scores(label), 0)]);

    private static SentenceAnswer Sentence(Sentiment label, SentimentScores scores, int offset, int length = 4) =>
        new(label, scores, new WordSpan(offset, length), []);

    private static SentimentScores Scores(Sentiment label) =>
        label switch
        {
            Sentiment.Positive => s_positive,
            Sentiment.Negative => s_negative,
            _ => s_neutral,
        };
}
