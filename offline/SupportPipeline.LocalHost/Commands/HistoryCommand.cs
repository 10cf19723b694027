using System.CommandLine;
using System.Globalization;
using SupportPipeline.LocalHost.History;

namespace SupportPipeline.LocalHost.Commands;

/// <summary><c>history</c>: shows that cost does not grow with what is stored.</summary>
internal static class HistoryCommand
{
    private static readonly Option<int> s_cases = new("--cases")
    {
        Description = "How many cases are stored between the two measurements.",
        DefaultValueFactory = _ => 200_000,
    };

    private static readonly Option<int> s_emails = new("--emails")
    {
        Description = "How many emails each measurement takes.",
        DefaultValueFactory = _ => 200,
    };

    private static readonly Option<int?> s_followUps = new("--follow-ups")
    {
        Description = "Measures a sweep among so many scheduled follow-ups instead.",
    };

    private static readonly Option<int> s_due = new("--due")
    {
        Description = "How many of them are due.",
        DefaultValueFactory = _ => 1_000,
    };

    private static readonly Option<int?> s_mentions = new("--mentions")
    {
        Description = "Measures the newest page of mentions and today's trend with 5,000 and with so many mentions of today instead.",
    };

    public static Command Create()
    {
        var command = new Command(
            "history",
            "Measures the next email and a page of open cases in an empty account and with many cases stored."
        )
        {
            s_cases,
            s_emails,
            s_followUps,
            s_due,
            s_mentions,
        };
        command.SetAction(HistoryAsync);
        return command;
    }

    private static async Task<int> HistoryAsync(ParseResult arguments, CancellationToken stop)
    {
        try
        {
            return arguments.GetValue(s_mentions) is { } mentions ? await MentionsAsync(mentions, stop)
                : arguments.GetValue(s_followUps) is { } scheduled ? await FollowUpsAsync(scheduled, arguments.GetValue(s_due), stop)
                : await CasesAsync(arguments.GetValue(s_cases), arguments.GetValue(s_emails), stop);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static async Task<int> CasesAsync(int cases, int emails, CancellationToken stop)
    {
        var (before, after) = await new HistoryRun(cases, emails) { Tell = Console.Error.WriteLine }.RunAsync(stop);
        foreach (var line in HistoryText.Lines(before, after))
        {
            Console.WriteLine(line);
        }

        return HistoryText.IsFlat(before, after) ? 0 : 1;
    }

    private static async Task<int> FollowUpsAsync(int scheduled, int due, CancellationToken stop)
    {
        var few = await FollowUpBench.MeasureAsync(due, due, stop);
        var many = await FollowUpBench.MeasureAsync(scheduled, due, stop);
        Write(due, due, few);
        Write(scheduled, due, many);
        return few.Entities == many.Entities && few.OperationCount == many.OperationCount ? 0 : 1;
    }

    private static async Task<int> MentionsAsync(int mentions, CancellationToken stop)
    {
        var (few, many) = await MentionBench.MeasureAsync(Math.Min(5_000, mentions), mentions, Console.Error.WriteLine, stop);
        foreach (var size in new[] { few, many })
        {
            foreach (var (what, cost) in new[] { ("newest page", size.Page), ("today's trend", size.Trend), ("next mention", size.Next) })
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{size.Stored} mentions, {what}: entities read {cost.Entities}, operations {cost.OperationCount} ({cost.Kinds}), {cost.Median.TotalMilliseconds:F0} ms"
                    )
                );
            }
        }

        return HistoryText.IsSame(few.Page, many.Page) && HistoryText.IsSame(few.Trend, many.Trend) ? 0 : 1;
    }

    private static void Write(int scheduled, int due, Measured sweep) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"scheduled {scheduled}, due {due}: entities read {sweep.Entities}, operations {sweep.OperationCount} ({sweep.Kinds}), {sweep.Median.TotalMilliseconds:F0} ms"
            )
        );
}
