namespace SendGrid.Helpers.Mail;

/// <summary>Makes the usual kinds of message.</summary>
public class MailHelper
{
    /// <summary>One mail to one person; the subject stands in the first personalization.</summary>
    public static SendGridMessage CreateSingleEmail(
        EmailAddress from,
        EmailAddress to,
        string subject,
        string plainTextContent,
        string htmlContent
    )
    {
        var message = From(from, plainTextContent, htmlContent);
        message.SetSubject(subject);
        message.AddTo(to);
        return message;
    }

    /// <summary>One mail to one person from a dynamic template.</summary>
    /// <exception cref="ArgumentException"><paramref name="templateId"/> is blank.</exception>
    public static SendGridMessage CreateSingleTemplateEmail(
        EmailAddress from,
        EmailAddress to,
        string templateId,
        object dynamicTemplateData
    ) => CreateSingleTemplateEmailToMultipleRecipients(from, [to], templateId, dynamicTemplateData);

    /// <summary>One mail each, with one subject for all; nobody sees the others.</summary>
    public static SendGridMessage CreateSingleEmailToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        string subject,
        string plainTextContent,
        string htmlContent
    ) => CreateSingleEmailToMultipleRecipients(from, tos, subject, plainTextContent, htmlContent, showAllRecipients: false);

    /// <summary>One mail each, or with <paramref name="showAllRecipients"/> one mail to all of them.</summary>
    public static SendGridMessage CreateSingleEmailToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        string subject,
        string plainTextContent,
        string htmlContent,
        bool showAllRecipients = false
    )
    {
        var message = From(from, plainTextContent, htmlContent);
        message.SetGlobalSubject(subject);
        if (showAllRecipients)
        {
            message.AddTos(tos);
            return message;
        }

        for (var i = 0; i < tos.Count; i++)
        {
            message.AddTo(tos[i], i);
        }

        return message;
    }

    /// <summary>One mail each from a dynamic template, with the same data for all.</summary>
    /// <exception cref="ArgumentException"><paramref name="templateId"/> is blank.</exception>
    public static SendGridMessage CreateSingleTemplateEmailToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        string templateId,
        object dynamicTemplateData
    ) => CreateMultipleTemplateEmailsToMultipleRecipients(from, tos, templateId, [.. tos.Select(_ => dynamicTemplateData)]);

    /// <summary>One mail each with a subject and substitutions of its own.</summary>
    public static SendGridMessage CreateMultipleEmailsToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        List<string> subjects,
        string plainTextContent,
        string htmlContent,
        List<Dictionary<string, string>> substitutions
    )
    {
        var message = From(from, plainTextContent, htmlContent);
        for (var i = 0; i < tos.Count; i++)
        {
            message.AddTo(tos[i], i);
            message.SetSubject(subjects[i], i);
            message.AddSubstitutions(substitutions[i], i);
        }

        return message;
    }

    /// <summary>One mail each from a dynamic template, with data of its own.</summary>
    /// <exception cref="ArgumentException"><paramref name="templateId"/> is blank.</exception>
    public static SendGridMessage CreateMultipleTemplateEmailsToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        string templateId,
        List<object> dynamicTemplateData
    )
    {
        if (string.IsNullOrWhiteSpace(templateId))
        {
            throw new ArgumentException($"{nameof(templateId)} is required when creating a dynamic template email.", nameof(templateId));
        }

        var message = From(from, plainTextContent: null, htmlContent: null);
        message.TemplateId = templateId;
        for (var i = 0; i < tos.Count; i++)
        {
            message.AddTo(tos[i], i);
            if (dynamicTemplateData[i] is not null)
            {
                message.SetTemplateData(dynamicTemplateData[i], i);
            }
        }

        return message;
    }

    /// <summary>
    /// Reads <c>name &lt;address&gt;</c> or an address alone. Quotation marks stay in the name, and a list is not taken apart.
    /// </summary>
    public static EmailAddress StringToEmailAddress(string rfc2822Email)
    {
        var open = rfc2822Email.IndexOf('<', StringComparison.Ordinal);
        var close = rfc2822Email.LastIndexOf('>');
        return open >= 0 && close > open
            ? new EmailAddress(rfc2822Email[(open + 1)..close].Trim(), rfc2822Email[..open].Trim())
            : new EmailAddress(rfc2822Email.Trim(), "");
    }

    private static SendGridMessage From(EmailAddress from, string plainTextContent, string htmlContent)
    {
        var message = new SendGridMessage();
        message.SetFrom(from);
        AddUnlessEmpty(MimeType.Text, plainTextContent);
        AddUnlessEmpty(MimeType.Html, htmlContent);
        return message;

        void AddUnlessEmpty(string type, string text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                message.AddContent(type, text);
            }
        }
    }
}
