using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>What is looked at before somebody is asked.</summary>
public sealed class SurveyInputs(
    CustomerStandings standings,
    Organisation organisation,
    IOptions<SurveysOptions> options,
    TimeProvider clock
)
{
    internal CustomerStandings Standings => standings;

    internal Organisation Organisation => organisation;

    internal IOptions<SurveysOptions> Options => options;

    internal TimeProvider Clock => clock;
}
