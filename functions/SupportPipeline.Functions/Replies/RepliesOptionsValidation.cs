using Microsoft.Extensions.Options;

namespace SupportPipeline.Replies;

/// <summary>Makes an allow list that cannot be read an error at start.</summary>
internal sealed class RepliesOptionsValidation : IValidateOptions<RepliesOptions>
{
    public ValidateOptionsResult Validate(string? name, RepliesOptions options)
    {
        try
        {
            OutboundAllowList.Parse(options.AllowList);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
