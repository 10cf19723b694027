using System.Text.Json.Serialization;

namespace SupportPipeline.Cases.Agents;

/// <summary>Body of <c>assign</c>.</summary>
/// <param name="To">Who looks after the case from now on, as signed in; <c>me</c> for oneself, null for nobody.</param>
/// <param name="Note">Why.</param>
internal sealed record AssignRequest(string? To = null, string? Note = null);

/// <summary>Body of <c>notes</c>.</summary>
/// <param name="Text">What colleagues should know; customers never see it.</param>
internal sealed record NoteRequest(string? Text = null);

/// <summary>Body of <c>escalate</c>.</summary>
/// <param name="To"><c>supervisor</c> (the default), <c>legal</c> or <c>security</c>.</param>
/// <param name="Note">Why.</param>
internal sealed record EscalateRequest(string? To = null, string? Note = null);

/// <summary>Body of <c>close</c>.</summary>
/// <param name="Reason">One of <see cref="CloseReasons"/>.</param>
/// <param name="Note">What else there is to say.</param>
internal sealed record CloseRequest(string? Reason = null, string? Note = null);

/// <summary>Body of <c>reopen</c>, <c>unmerge</c> and of discarding a reply.</summary>
/// <param name="Note">Why.</param>
internal sealed record WhyRequest(string? Note = null);

/// <summary>Body of changing a case's own fields; what is left out stays.</summary>
/// <param name="Urgency">1 (now) to 4 (whenever).</param>
/// <param name="Team">A team of the organisation.</param>
/// <param name="Subject">A better subject.</param>
/// <param name="Note">Why.</param>
internal sealed record UpdateRequest(int? Urgency = null, string? Team = null, string? Subject = null, string? Note = null);

/// <summary>Body of <c>mark</c>.</summary>
/// <param name="Mark">What the agent says about the case, for example <c>solved</c>.</param>
/// <param name="Values">What only the agent knows, by the names of the template, for example <c>solution</c>.</param>
/// <param name="Item">What the customer waits for, for <c>not-possible</c>.</param>
/// <param name="Send">Whether the reply goes out at once when it is complete and the courtesy check blocks nothing.</param>
/// <param name="Note">For colleagues.</param>
/// <param name="ConfirmFindings">Whether it goes out although the courtesy check blocks.</param>
internal sealed record MarkRequest(
    string? Mark = null,
    IReadOnlyDictionary<string, string?>? Values = null,
    string? Item = null,
    bool Send = false,
    string? Note = null,
    bool ConfirmFindings = false
);

/// <summary>Body of <c>merge</c>.</summary>
/// <param name="Into">The case that stays; id or number.</param>
/// <param name="Note">Why they are one matter.</param>
internal sealed record MergeRequest(string? Into = null, string? Note = null);

/// <summary>Body of <c>split</c>.</summary>
/// <param name="MessageId">The message that becomes a case of its own.</param>
/// <param name="Note">Why.</param>
internal sealed record SplitRequest(string? MessageId = null, string? Note = null);

/// <summary>Body of a new or changed reply.</summary>
/// <param name="Text">The reply, plain text.</param>
/// <param name="Subject">Its subject; the conversation's when left out.</param>
/// <param name="Scenario">A scenario of the playbook, for the courtesy check.</param>
/// <param name="PromiseBy">The time the text promises something by; reminders and escalation follow it.</param>
internal sealed record ReplyRequest(string? Text = null, string? Subject = null, string? Scenario = null, DateTimeOffset? PromiseBy = null);

/// <summary>Body of <c>approve</c>.</summary>
/// <param name="ConfirmFindings">Whether the agent has read what the courtesy check blocks and sends it all the same.</param>
internal sealed record ApproveRequest(bool ConfirmFindings = false);

/// <summary>Body of <c>release</c>.</summary>
/// <param name="AlwaysAllow">Whether the sender's mail is never held again for what it looks like; a block is lifted.</param>
/// <param name="Note">Why.</param>
internal sealed record ReleaseRequest(bool AlwaysAllow = false, string? Note = null);

/// <summary>The JSON of agents' requests.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(EscalateRequest))]
[JsonSerializable(typeof(CloseRequest))]
[JsonSerializable(typeof(WhyRequest))]
[JsonSerializable(typeof(UpdateRequest))]
[JsonSerializable(typeof(MarkRequest))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(ApproveRequest))]
[JsonSerializable(typeof(ReleaseRequest))]
internal sealed partial class AgentJson : JsonSerializerContext;
