using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Benchmarks;

/// <summary>What every message costs between deciding and storing: its rows.</summary>
[MemoryDiagnoser]
public class CaseBenchmarks
{
    private readonly CaseSnapshot _case = new()
    {
        Id = Ids.Next(),
        Number = CaseNumber.FromSequence(12),
        Subject = "My blender stopped working",
        Urgency = 3,
        Team = "support",
        Language = "en",
        CustomerName = "Mia Jones",
        CustomerAddress = "mia@example.org",
        Participants = ["0123456789abcdef0123456789abcdef"],
        LastMessageAt = Ids.Time,
    };
    private readonly CaseMessage _message = new()
    {
        Id = Ids.Next(),
        Channel = "email",
        FromName = "Mia Jones",
        FromAddress = "mia@example.org",
        Subject = "My blender stopped working",
        Text = Samples.Text,
        OwnWords = Samples.Text,
        TextBlob = null,
        Language = "en",
        ExternalId = "m2@mail.example.org",
        RawBlob = "2026/11/20/raw",
        Attachments = [new("photo.jpg", "image/jpeg", 12, "x/1")],
        Decisions = [new("thread", "opened", ReasonCode.NoThreadFound)],
        Triage = TriageDocument.Of(new EmbeddedAnalyzer().Analyze(Samples.Text)),
        TriagedText = Samples.Text,
        Plan = new(
            "general",
            3,
            "steady",
            "support",
            Ids.Time.AddHours(8),
            [new("reply", "acknowledgement", "send", ReasonCode.FirstMessage, "general", null, null)]
        ),
    };
    private readonly TableEntity _caseRow;
    private readonly TableEntity _messageRow;

    public CaseBenchmarks()
    {
        _caseRow = CaseRows.FromCase(_case);
        _messageRow = CaseRows.FromMessage(_case.Id, _message);
    }

    [Benchmark]
    public object WriteRows() => (CaseRows.FromCase(_case), CaseRows.FromMessage(_case.Id, _message));

    [Benchmark]
    public object ReadRows() => (CaseRows.ToCase(_caseRow), CaseRows.ToMessage(_messageRow));
}
