using NCrontab;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Timers;

/// <summary>NCRONTAB: six fields with seconds first; five fields run at second 0.</summary>
internal static class TimerSchedule
{
    /// <summary>Reads a schedule.</summary>
    /// <exception cref="InvalidFunctionException">It is not one.</exception>
    public static CrontabSchedule Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 })
            ?? throw new InvalidFunctionException($"the schedule '{expression}' is not an NCRONTAB expression of five or six fields.");
    }
}
