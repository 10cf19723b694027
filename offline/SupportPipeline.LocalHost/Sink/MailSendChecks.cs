using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// Checks a mail/send request as SendGrid does: every fault that can be seen at once is reported at once, and one fault anywhere
/// refuses the whole request.
/// </summary>
internal sealed class MailSendChecks
{
    /// <summary>Most personalizations, and most recipients over all of them, in one request.</summary>
    public const int MaxRecipients = 1000;

    private const string PersonalizationsHelp = "-Personalizations-Errors";
    private static readonly TimeSpan FurthestSendAt = TimeSpan.FromHours(72);

    private readonly List<SendGridError> _errors = [];
    private readonly JsonElement _root;
    private readonly DateTimeOffset _now;

    private MailSendChecks(JsonElement root, DateTimeOffset now)
    {
        _root = root;
        _now = now;
    }

    public static IReadOnlyList<SendGridError> Check(JsonElement root, DateTimeOffset now)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [new SendGridError(SendGridTexts.BadRequest, Field: null, Help: null)];
        }

        var checks = new MailSendChecks(root, now);
        checks.CheckPersonalizations();
        checks.CheckFrom();
        checks.CheckReplyTo();
        checks.CheckSubject();
        checks._errors.AddRange(MailSendContentChecks.Check(root));
        checks.CheckHeaders("headers", root, "message.headers");
        checks.CheckStringMap("custom_args", root, "custom_args", "message.custom_args");
        checks.CheckCategories();
        checks.CheckSendAt("send_at", root, "message.send_at");
        return checks._errors;
    }

    private void CheckPersonalizations()
    {
        var personalizations = _root.Items("personalizations");
        if (personalizations.Count == 0)
        {
            Add(SendGridTexts.PersonalizationsRequired, "personalizations", PersonalizationsHelp);
            return;
        }

        if (personalizations.Count > MaxRecipients)
        {
            Add(SendGridTexts.PersonalizationsLimit(personalizations.Count), "personalizations", PersonalizationsHelp);
        }

        var recipients = personalizations.Sum(p => p.Items("to").Count + p.Items("cc").Count + p.Items("bcc").Count);
        if (recipients > MaxRecipients)
        {
            Add(SendGridTexts.RecipientsLimit, "personalizations", PersonalizationsHelp);
        }

        for (var i = 0; i < personalizations.Count; i++)
        {
            CheckPersonalization(personalizations[i], $"personalizations.{i}");
        }
    }

    private void CheckPersonalization(JsonElement personalization, string path)
    {
        if (personalization.Items("to").Count == 0)
        {
            Add(SendGridTexts.ToRequired, $"{path}.to", "message.personalizations.to");
        }

        CheckRecipients(personalization, path);
        if (personalization.Member("subject") is { } subject && string.IsNullOrEmpty(subject.Text()))
        {
            Add(SendGridTexts.SubjectEmpty, $"{path}.subject", "message.personalizations.subject");
        }

        CheckHeaders($"{path}.headers", personalization, "message.personalizations.headers");
        CheckStringMap("custom_args", personalization, $"{path}.custom_args", "message.personalizations.custom_args");
        CheckCustomArgsSize(personalization, $"{path}.custom_args");
        CheckSendAt($"{path}.send_at", personalization, "message.personalizations.send_at");
    }

    private void CheckRecipients(JsonElement personalization, string path)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var duplicateReported = false;
        foreach (var kind in (ReadOnlySpan<string>)["to", "cc", "bcc"])
        {
            var recipients = personalization.Items(kind);
            for (var i = 0; i < recipients.Count; i++)
            {
                var address = recipients[i].Text("email");
                if (!MailAddressRule.IsValid(address))
                {
                    Add(SendGridTexts.InvalidAddress, $"{path}.{kind}.{i}.email", $"message.personalizations.{kind}");
                }
                else if (!seen.Add(address!) && !duplicateReported)
                {
                    duplicateReported = true;
                    Add(SendGridTexts.DuplicateAddress(address!, $"{path}.{kind}"), path, "message.recipient-errors");
                }
            }
        }
    }

    private void CheckFrom()
    {
        var address = _root.Member("from")?.Text("email");
        if (string.IsNullOrEmpty(address))
        {
            Add(SendGridTexts.FromRequired, "from.email", "message.from");
        }
        else if (!MailAddressRule.IsValidSender(address))
        {
            Add(SendGridTexts.InvalidFrom, "from.email", "message.from");
        }
    }

    private void CheckReplyTo()
    {
        var list = _root.Items("reply_to_list");
        if (_root.Member("reply_to") is { } replyTo)
        {
            if (_root.Member("reply_to_list") is not null)
            {
                Add(SendGridTexts.ReplyToTwice, "reply_to", "message.reply_to");
            }

            if (!MailAddressRule.IsValid(replyTo.Text("email")))
            {
                Add(SendGridTexts.InvalidReplyTo, "reply_to.email", "message.reply_to");
            }
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (!MailAddressRule.IsValid(list[i].Text("email")))
            {
                Add(SendGridTexts.InvalidReplyTo, $"reply_to_list.{i}.email", "message.reply_to_list");
            }
        }
    }

    private void CheckSubject()
    {
        var personalizations = _root.Items("personalizations");
        var everyOneHasOne = personalizations.Count > 0 && personalizations.All(p => !string.IsNullOrEmpty(p.Text("subject")));
        if (string.IsNullOrEmpty(_root.Text("subject")) && !everyOneHasOne && _root.Member("template_id") is null)
        {
            Add(SendGridTexts.SubjectRequired, "subject", "message.subject");
        }
    }

    private void CheckHeaders(string path, JsonElement owner, string help)
    {
        CheckStringMap("headers", owner, path, help);
        foreach (var key in owner.Map("headers").Keys)
        {
            if (ReservedHeaders.Contains(key))
            {
                Add(SendGridTexts.ReservedHeader, path, help);
            }
            else if (key.Length == 0 || key.Any(c => c is <= ' ' or > '~' or ':'))
            {
                Add(SendGridTexts.HeaderKey, path, help);
            }
        }
    }

    private void CheckStringMap(string name, JsonElement owner, string path, string help)
    {
        if (owner.Member(name) is not { } map)
        {
            return;
        }

        if (map.ValueKind != JsonValueKind.Object)
        {
            Add(SendGridTexts.InvalidType("object", map.SchemaType()), path, help);
            return;
        }

        foreach (var entry in map.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.String))
        {
            Add(SendGridTexts.InvalidType("string", entry.Value.SchemaType()), $"{path}.{entry.Name}", help);
        }
    }

    private void CheckCustomArgsSize(JsonElement personalization, string path)
    {
        var merged = _root.Map("custom_args").MergedWith(personalization.Map("custom_args"), StringComparer.Ordinal);
        if (MailSendJson.Utf8Size(merged) >= 10_000)
        {
            Add(SendGridTexts.CustomArgsSize, path, "message.personalizations.custom_args");
        }
    }

    private void CheckCategories()
    {
        if (_root.Member("categories") is not { } member)
        {
            return;
        }

        var categories = _root.Items("categories");
        if (member.ValueKind != JsonValueKind.Array || categories.Any(c => c.ValueKind != JsonValueKind.String))
        {
            Add(SendGridTexts.CategoriesStrings, "categories", "message.categories");
            return;
        }

        var names = categories.Select(c => c.GetString()!).ToList();
        if (names.Count > 10)
        {
            Add(SendGridTexts.CategoriesLimit(names.Count), "categories", "message.categories");
        }

        if (names.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            Add(SendGridTexts.CategoryTwice(twice.Key), "categories", "message.categories");
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length > 255)
            {
                Add(SendGridTexts.CategoryTooLong(names[i]), $"categories.{i}", "message.categories");
            }
            else if (names[i].Any(c => c > '~'))
            {
                Add(SendGridTexts.CategoriesAscii, $"categories.{i}", "message.categories");
            }
        }
    }

    private void CheckSendAt(string path, JsonElement owner, string help)
    {
        if (owner.Member("send_at") is not { } member)
        {
            return;
        }

        if (member.ValueKind != JsonValueKind.Number || !member.TryGetInt64(out var seconds))
        {
            Add(SendGridTexts.SendAtInteger, path, help);
        }
        else if (seconds > (_now + FurthestSendAt).ToUnixTimeSeconds())
        {
            Add(SendGridTexts.SendAtTooFar, path, help);
        }
    }

    private void Add(string message, string field, string help) => _errors.Add(new SendGridError(message, field, SendGridTexts.Help(help)));
}
