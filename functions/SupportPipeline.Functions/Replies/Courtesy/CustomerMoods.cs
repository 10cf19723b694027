using SupportPipeline.Playbook;
using SupportPipeline.Triage;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Tells how a customer feels from what triage understood.</summary>
public static class CustomerMoods
{
    /// <summary>The mood.</summary>
    public static CustomerMood Of(MessageTriage triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        return ConductRules.IsVeryAngry(triage) ? CustomerMood.VeryAngry
            : triage.Sentiment.Value is Sentiment.Negative or Sentiment.Mixed ? CustomerMood.Negative
            : CustomerMood.Calm;
    }
}
