using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Polling;

/// <summary>Our account on Bluesky. Configuration section <c>Social:Bluesky</c>; without an identifier nothing is asked.</summary>
public sealed class BlueskyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social:Bluesky";

    /// <summary>The server that the account is on. Default <c>https://bsky.social</c>.</summary>
    public string Service { get; set; } = "https://bsky.social";

    /// <summary>The account's handle or DID.</summary>
    public string Identifier { get; set; } = "";

    /// <summary>An app password of the account, not its own one.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>Words that public posts are searched for, at most 20; mentions are heard without them.</summary>
    public IList<string> SearchWords { get; set; } = [];

    /// <summary>Languages, as <c>en</c> or <c>zh</c>, that words are searched in; every one is a search of its own. Without any: in all.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>Makes what cannot be used an error at start.</summary>
    internal sealed class Validation(IOptions<PollingOptions> polling) : IValidateOptions<BlueskyOptions>
    {
        public ValidateOptionsResult Validate(string? name, BlueskyOptions options)
        {
            ArgumentNullException.ThrowIfNull(options);
            if (options.Identifier.Length == 0)
            {
                return ValidateOptionsResult.Success;
            }

            var failures = new List<string>();
            if (!polling.Value.IsAllowed(options.Service))
            {
                failures.Add($"{Section}:Service must be an https address.");
            }

            if (options.AppPassword.Length == 0)
            {
                failures.Add($"{Section}:AppPassword is missing.");
            }

            if (options.SearchWords.Count > 20 || options.SearchWords.Any(string.IsNullOrWhiteSpace))
            {
                failures.Add($"{Section}:SearchWords must be at most 20 and none empty.");
            }

            if (options.Languages.Count > 10 || options.Languages.Any(string.IsNullOrWhiteSpace))
            {
                failures.Add($"{Section}:Languages must be at most 10 and none empty.");
            }

            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }
}
