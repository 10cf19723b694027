namespace SendGrid.Helpers.Mail;

/// <content>What differs between the copies of a message.</content>
public partial class SendGridMessage
{
    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Target(personalizationIndex, personalization).Subject = subject;

    /// <summary>Unix seconds.</summary>
    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization personalization = null) =>
        Target(personalizationIndex, personalization).SendAt = sendAt;

    public void SetTemplateData(object dynamicTemplateData, int personalizationIndex = 0, Personalization personalization = null) =>
        Target(personalizationIndex, personalization).TemplateData = dynamicTemplateData;

    /// <inheritdoc cref="AddHeaders"/>
    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null) =>
        AddHeaders(One(headerKey, headerValue), personalizationIndex, personalization);

    /// <summary>Adds to one copy.</summary>
    /// <exception cref="ArgumentException">A key is there already with another value, or the index is beyond the next free one.</exception>
    public void AddHeaders(Dictionary<string, string> headers, int personalizationIndex = 0, Personalization personalization = null)
    {
        var target = Target(personalizationIndex, personalization);
        target.Headers = Union(target.Headers, headers);
    }

    /// <inheritdoc cref="AddSubstitutions"/>
    public void AddSubstitution(
        string substitutionKey,
        string substitutionValue,
        int personalizationIndex = 0,
        Personalization personalization = null
    ) => AddSubstitutions(One(substitutionKey, substitutionValue), personalizationIndex, personalization);

    /// <summary>Adds to one copy.</summary>
    /// <exception cref="ArgumentException">A key is there already with another value, or the index is beyond the next free one.</exception>
    public void AddSubstitutions(
        Dictionary<string, string> substitutions,
        int personalizationIndex = 0,
        Personalization personalization = null
    )
    {
        var target = Target(personalizationIndex, personalization);
        target.Substitutions = Union(target.Substitutions, substitutions);
    }

    /// <inheritdoc cref="AddCustomArgs"/>
    public void AddCustomArg(
        string customArgKey,
        string customArgValue,
        int personalizationIndex = 0,
        Personalization personalization = null
    ) => AddCustomArgs(One(customArgKey, customArgValue), personalizationIndex, personalization);

    /// <summary>Adds to one copy.</summary>
    /// <exception cref="ArgumentException">A key is there already with another value, or the index is beyond the next free one.</exception>
    public void AddCustomArgs(Dictionary<string, string> customArgs, int personalizationIndex = 0, Personalization personalization = null)
    {
        var target = Target(personalizationIndex, personalization);
        target.CustomArgs = Union(target.CustomArgs, customArgs);
    }

    private static Dictionary<string, string> One(string key, string value) => new(StringComparer.Ordinal) { [key] = value };

    private static Dictionary<string, string> Union(Dictionary<string, string> present, Dictionary<string, string> added) =>
        (present ?? []).Union(added).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>
    /// The copy a call is about. A given personalization is appended each time it is given; the index of the first copy is not looked at.
    /// </summary>
    private Personalization Target(int index, Personalization personalization)
    {
        Personalizations ??= [];
        if (personalization is null && Personalizations.Count > 0)
        {
            if (index < Personalizations.Count)
            {
                return Personalizations[index];
            }

            if (index > Personalizations.Count)
            {
#pragma warning disable MA0015, CA2208 // The text is part of what is stood in for, and has no parameter name.
                throw new ArgumentException($"personalizationIndex {index} must not be greater than {Personalizations.Count}");
#pragma warning restore MA0015, CA2208
            }
        }

        personalization ??= new Personalization();
        Personalizations.Add(personalization);
        return personalization;
    }
}
