using SupportPipeline.Triage;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Tells how a customer feels from what triage understood.</summary>
public static class CustomerMoods
{
    /// <summary>How intense criticism must be for a very angry customer; as in the playbook's rule for this scenario.</summary>
    private const double VeryAngryFrom = 0.68;

    /// <summary>The mood.</summary>
    public static CustomerMood Of(MessageTriage triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        return triage.Sentiment.Value switch
        {
            Sentiment.Negative when triage.Intensity >= VeryAngryFrom || triage.Style.Is(Style.Aggressive) => CustomerMood.VeryAngry,
            Sentiment.Negative or Sentiment.Mixed => CustomerMood.Negative,
            _ => CustomerMood.Calm,
        };
    }
}
