namespace SupportPipeline.Replies;

/// <summary>The two forms every reply template is written in.</summary>
public static class TemplateChannel
{
    /// <summary>A letter to one person: subject, text, sign-off. It may repeat what the customer wrote.</summary>
    public const string Email = "email";

    /// <summary>A short note that anyone can read: no subject, nothing from the case but its topic in general words.</summary>
    public const string Public = "public";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Email, Public];
}
