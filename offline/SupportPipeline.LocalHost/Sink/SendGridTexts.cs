namespace SupportPipeline.LocalHost.Sink;

/// <summary>SendGrid's error texts, from its published list of errors and from answers people have quoted.</summary>
internal static class SendGridTexts
{
    public const string AuthorizationRequired = "authorization required";
    public const string BadGrant = "The provided authorization grant is invalid, expired, or revoked";
    public const string WrongMediaType = "Content-Type should be application/json.";
    public const string TooLarge = "The JSON payload you have included in your request is too large.";
    public const string BadRequest = "Bad Request";
    public const string InvalidUtf8 = "Invalid UTF8 in request.";
    public const string TooManyRequests = "too many requests";
    public const string Unavailable = "The SendGrid v3 Web API is not available.";
    public const string ServerError = "An error occurred on a SendGrid server.";

    public const string PersonalizationsRequired = "The personalizations field is required and must have at least one personalization.";
    public const string RecipientsLimit = "There is a limit of 1000 total recipients (to + cc + bcc) per request.";
    public const string ToRequired =
        "The to array is required for all personalization objects, and must have at least one email object with a valid email address.";
    public const string InvalidAddress = "Does not contain a valid address.";
    public const string FromRequired =
        "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a "
        + "name parameter.  e.g. {\"email\" : \"example@example.com\"}  or {\"email\" : \"example@example.com\", \"name\" : \"Example Recipient\"}.";
    public const string InvalidFrom = "The from email does not contain a valid address.";
    public const string InvalidReplyTo = "The reply_to email does not contain a valid address.";
    public const string ReplyToTwice = "You can use either the reply_to property or reply_to_list property but not both.";
    public const string SubjectRequired =
        "The subject is required. You can get around this requirement if you use a template with a subject defined or if every "
        + "personalization has a subject defined.";
    public const string SubjectEmpty = "The subject of your email must be a string at least one character in length.";
    public const string ContentRequired =
        "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. "
        + "We typically suggest both text/plain and text/html blocks are included, but only one block is required.";
    public const string ContentTypeRequired = "A content type is required, this tells email clients how to display the email.";
    public const string ContentEmpty = "The content value must be a string at least one character in length.";
    public const string ContentOrder =
        "Following RFC 1341, section 7.2, if either text/html or text/plain are to be sent in your email: text/plain needs to be first, "
        + "followed by text/html, followed by any other content.";
    public const string ContentTwice = "If present, text/plain and text/html may only be provided once.";
    public const string ReservedHeader = "Header can not be one of the reserved keys.";
    public const string HeaderKey = "Header keys can't contain non-ASCII characters and empty spaces.";
    public const string CustomArgsSize =
        "The combined size of both global and personalization custom arguments may not exceed 10,000 bytes per personalization.";
    public const string CategoriesStrings = "Categories must be an array of strings.";
    public const string CategoriesAscii = "Categories can not contain non-ASCII characters.";
    public const string SendAtInteger =
        "The send_at parameter is expecting a UNIX timestamp as an integer. We will send immediately if you include a send_at timestamp "
        + "that is in the past.";
    public const string SendAtTooFar = "Scheduling more than 72 hours in advance is forbidden.";
    public const string AttachmentBase64 = "The attachment content must be base64 encoded.";
    public const string AttachmentEmpty = "The attachment content must be a string at least one character in length.";
    public const string AttachmentFilename = "filename is required.";

    private const string HelpPage = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#";

    public static string PersonalizationsLimit(int given) =>
        $"The personalization block is limited to 1000 personalizations per API request. You have provided {given} personalizations. "
        + "Please consider splitting this into multiple requests and resending your request.";

    public static string DuplicateAddress(string address, string field) =>
        "Each email address in the personalization block should be unique between to, cc, and bcc. "
        + $"We found the first duplicate instance of [{address}] in the {field} field.";

    public static string CategoriesLimit(int given) =>
        $"There is a limit of 10 categories for each email that is sent. You provided {given} categories.";

    public static string CategoryTooLong(string category) =>
        $"Each category must not be longer than 255 characters. {category} exceeds this limit.";

    public static string CategoryTwice(string category) =>
        $"The categories must be a unique list, and you have included {category} more than once.";

    public static string InvalidType(string expected, string given) => $"Invalid type. Expected: {expected}, given: {given}.";

    public static string Help(string anchor) => HelpPage + anchor;
}
