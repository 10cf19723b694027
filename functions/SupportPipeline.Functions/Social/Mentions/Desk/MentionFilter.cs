using Azure.Data.Tables;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Which mentions of the stream are wanted. What is null is not asked for.</summary>
internal sealed record MentionFilter
{
    /// <summary>One brand; null for all.</summary>
    public string? Brand { get; init; }

    /// <summary>The platform.</summary>
    public string? Platform { get; init; }

    /// <summary>The source of <c>generic</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The feeling, or <c>unsure</c>.</summary>
    public string? Mood { get; init; }

    /// <summary>What it is about, or <c>unsure</c>.</summary>
    public string? Topic { get; init; }

    /// <summary>The language, BCP 47, or <c>und</c>.</summary>
    public string? Language { get; init; }

    /// <summary>At least so many people see it and its copies.</summary>
    public long? MinReach { get; init; }

    /// <summary>How far it is.</summary>
    public string? State { get; init; }

    /// <summary>Who looks after it, as signed in; empty for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>At least this score.</summary>
    public int? MinScore { get; init; }

    /// <summary>Who wrote it: the account's id on its platform.</summary>
    public string? Author { get; init; }

    /// <summary>Whether likely spam is listed too; it is marked, and its score is halved.</summary>
    public bool IncludeSpam { get; init; } = true;

    /// <summary>Whether deleted mentions are listed too; no words are left of them.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The conditions that storage checks, each beginning with <c>and</c>.</summary>
    public string Conditions()
    {
        List<string?> all =
        [
            Platform is null ? null : TableClient.CreateQueryFilter($"Platform eq {Platform}"),
            Source is null ? null : TableClient.CreateQueryFilter($"Source eq {Source}"),
            Mood is null ? null : TableClient.CreateQueryFilter($"Mood eq {Mood}"),
            Topic is null ? null : TableClient.CreateQueryFilter($"Topic eq {Topic}"),
            Language is null ? null : TableClient.CreateQueryFilter($"Language eq {Language}"),
            MinReach is null ? null : TableClient.CreateQueryFilter($"Reach ge {MinReach.Value}"),
            State is null ? null : TableClient.CreateQueryFilter($"State eq {State}"),
            Assignee is null ? null : TableClient.CreateQueryFilter($"Assignee eq {Assignee}"),
            MinScore is null ? null : TableClient.CreateQueryFilter($"Score ge {MinScore.Value}"),
            Author is null ? null : TableClient.CreateQueryFilter($"Author eq {Author}"),
            IncludeSpam ? null : TableClient.CreateQueryFilter($"IsSpam eq {false}"),
            IncludeDeleted ? null : TableClient.CreateQueryFilter($"IsDeleted eq {false}"),
        ];
        return string.Concat(all.OfType<string>().Select(condition => $" and {condition}"));
    }
}
