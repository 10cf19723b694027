namespace SendGrid.Helpers.Errors.Model;

/// <summary>What the exceptions of this namespace carry as JSON in their message; only the first error of an answer is kept.</summary>
public class SendGridErrorResponse
{
    /// <summary>The HTTP status.</summary>
    public int ErrorHttpStatusCode { get; set; }

    /// <summary>The HTTP reason phrase.</summary>
    public string ErrorReasonPhrase { get; set; }

    /// <summary>What the API says is wrong.</summary>
    public string SendGridErrorMessage { get; set; }

    /// <summary>The field it says so about, for example <c>personalizations.1.to</c>.</summary>
    public string FieldWithError { get; set; }

    /// <summary>Where the rule is documented.</summary>
    public string HelpLink { get; set; }
}
