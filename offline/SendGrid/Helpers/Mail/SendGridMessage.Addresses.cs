namespace SendGrid.Helpers.Mail;

/// <content>Who the message is from, to and answered to.</content>
public partial class SendGridMessage
{
    /// <summary>Adds one of the recipients to the first personalization.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="email"/> is blank.</exception>
    public void AddTo(string email, string name = null) => AddTo(Address(email, name));

    /// <inheritdoc cref="AddTos"/>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        AddTos([email], personalizationIndex, personalization);
    }

    /// <summary>Adds recipients.</summary>
    /// <exception cref="ArgumentException">The index is beyond the next free one.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="emails"/> is empty.</exception>
    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization personalization = null)
    {
        ThrowIfEmpty(emails);
        var target = Target(personalizationIndex, personalization);
        target.Tos = [.. target.Tos ?? [], .. emails];
    }

    /// <summary>Adds one of the recipients of a copy to the first personalization.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="email"/> is blank.</exception>
    public void AddCc(string email, string name = null) => AddCc(Address(email, name));

    /// <inheritdoc cref="AddCcs"/>
    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        AddCcs([email], personalizationIndex, personalization);
    }

    /// <summary>Adds recipients of a copy.</summary>
    /// <exception cref="ArgumentException">The index is beyond the next free one.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="emails"/> is empty.</exception>
    public void AddCcs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization personalization = null)
    {
        ThrowIfEmpty(emails);
        var target = Target(personalizationIndex, personalization);
        target.Ccs = [.. target.Ccs ?? [], .. emails];
    }

    /// <summary>Adds one of the recipients of a blind copy to the first personalization.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="email"/> is blank.</exception>
    public void AddBcc(string email, string name = null) => AddBcc(Address(email, name));

    /// <inheritdoc cref="AddBccs"/>
    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        AddBccs([email], personalizationIndex, personalization);
    }

    /// <summary>Adds recipients of a blind copy.</summary>
    /// <exception cref="ArgumentException">The index is beyond the next free one.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="emails"/> is empty.</exception>
    public void AddBccs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization personalization = null)
    {
        ThrowIfEmpty(emails);
        var target = Target(personalizationIndex, personalization);
        target.Bccs = [.. target.Bccs ?? [], .. emails];
    }

    public void SetFrom(string email, string name = null) => SetFrom(new EmailAddress(email, name));

    public void SetFrom(EmailAddress email) => From = email;

    /// <summary>Sets the single address answers go to.</summary>
    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    /// <summary>Adds one of several addresses answers go to.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="email"/> is blank.</exception>
    public void AddReplyTo(string email, string name = null) => AddReplyTo(Address(email, name));

    public void AddReplyTo(EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(email);
        AddReplyTos([email]);
    }

    public void AddReplyTos(List<EmailAddress> emails)
    {
        ThrowIfEmpty(emails);
        ReplyTos = [.. ReplyTos ?? [], .. emails];
    }

    private static EmailAddress Address(string email, string name)
    {
        if (string.IsNullOrWhiteSpace(email))
        {
            throw new ArgumentNullException(nameof(email));
        }

        return new EmailAddress(email, name);
    }

    private static void ThrowIfEmpty(List<EmailAddress> emails)
    {
        ArgumentNullException.ThrowIfNull(emails);
        if (emails.Count == 0)
        {
            throw new InvalidOperationException("Sequence contains no elements");
        }
    }
}
