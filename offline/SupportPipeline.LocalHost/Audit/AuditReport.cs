using SupportPipeline.Cases;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>What the audit counted and found.</summary>
internal sealed class AuditReport
{
    /// <summary>More problems than anybody reads are only counted.</summary>
    public const int MostProblems = 1_000;

    private readonly Dictionary<Finding, int> _findings = [];
    private readonly List<AuditProblem> _problems = [];

    public int Accepted { get; private set; }

    public int Rejected { get; set; }

    public int Cases { get; private set; }

    public int Messages { get; private set; }

    /// <summary>Messages whose case says that it holds them already.</summary>
    public int Repeats { get; private set; }

    /// <summary>Payloads that were kept and never answered with 2xx, because the process died: the sender came again.</summary>
    public int Unanswered { get; private set; }

    public int Waiting { get; set; }

    public int DeadLetters { get; set; }

    /// <summary>The mails that went out; null when they were not given.</summary>
    public int? Mails { get; set; }

    public Dictionary<ReplyState, int> Replies { get; } = [];

    /// <summary>Recipients of notices, by how they stand.</summary>
    public Dictionary<RecipientState, int> Recipients { get; } = [];

    /// <summary>Recipients who were told again because the answer of the mail service was lost.</summary>
    public int Repeated { get; private set; }

    /// <summary>The first problems.</summary>
    public IReadOnlyList<AuditProblem> Problems => _problems;

    /// <summary>Nothing is wrong.</summary>
    public bool IsClean => _findings.Count == 0;

    public int Count(Finding finding) => _findings.GetValueOrDefault(finding);

    public void Add(AuditProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _findings[problem.Finding] = Count(problem.Finding) + 1;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Counts what was seen.</summary>
    public void See(Fact fact)
    {
        switch (fact)
        {
            case PayloadKept:
                Accepted++;
                break;
            case PayloadRepeated:
                Unanswered++;
                break;
            case CaseStored { Snapshot: not null }:
                Cases++;
                break;
            case MessageStored:
                Messages++;
                break;
            case DeadLetterWaits:
                DeadLetters++;
                break;
            case DuplicateNoted:
                Repeats++;
                break;
            case ReplyStored reply:
                Replies[reply.State] = Replies.GetValueOrDefault(reply.State) + 1;
                break;
            case RecipientStored recipient:
                Recipients[recipient.State] = Recipients.GetValueOrDefault(recipient.State) + 1;
                Repeated += recipient.Reason is NoticeReason.UnknownRepeated or ReasonCode.NeverAccepted ? 1 : 0;
                break;
            default:
                break;
        }
    }
}
