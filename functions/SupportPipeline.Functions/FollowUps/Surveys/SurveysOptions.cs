using System.ComponentModel.DataAnnotations;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Who is asked how we did, and how often. Configuration section <c>Surveys</c>.</summary>
public sealed class SurveysOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Surveys";

    /// <summary>The part of all confirmed cases whose customers are asked, 0 (nobody) to 1 (everybody). Default 1.</summary>
    [Range(0.0, 1.0)]
    public double SampleRate { get; set; } = 1;

    /// <summary>For how many days a customer who was asked is not asked again. Default 30.</summary>
    [Range(0, 3_650)]
    public int CooldownDays { get; set; } = 30;

    /// <summary>For how many days the links of a survey work. Default 30.</summary>
    [Range(1, 365)]
    public int AnswerWithinDays { get; set; } = 30;

    /// <summary>For how many days an answer may be changed. Default 7.</summary>
    [Range(0, 365)]
    public int ChangeWithinDays { get; set; } = 7;
}
