using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Replies;

/// <summary>Makes addresses to which no token may be sent an error at start: only https, or this machine where that is allowed.</summary>
internal sealed class PublicRepliesOptionsValidation : IValidateOptions<PublicRepliesOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PublicRepliesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wrong = Enum.GetValues<SocialPlatform>()
            .Where(platform =>
                options.Of(platform) is { IsReady: true } account
                && !(
                    Uri.TryCreate(account.BaseAddress, UriKind.Absolute, out var address)
                    && (address.Scheme == Uri.UriSchemeHttps || (options.AllowLoopback && address.IsLoopback))
                )
            )
            .Select(platform => $"{PublicRepliesOptions.Section}:{platform}:BaseAddress must be an https address.")
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
