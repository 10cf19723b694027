using System.Text.RegularExpressions;
using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>What a row has to be like. Pure.</summary>
internal static partial class ImportRules
{
    /// <summary>The most entries of a list.</summary>
    public const int MaxEntries = 50;

    /// <summary>The most characters of an id, a region, a plan and an entry of a list.</summary>
    public const int MaxLength = 100;

    private const int MaxNameLength = 200;

    /// <summary>Checks a row.</summary>
    public static ImportRow Check(RawCustomer raw, long line)
    {
        var id = raw.Id.Trim();
        if (id.Length is 0 or > MaxLength)
        {
            return Wrong(line, "id-invalid", $"id has 1 to {MaxLength} characters.");
        }

        if (!EmailAddress.TryParse(raw.Email, out var address))
        {
            return Wrong(line, "email-invalid", "email is not an address.");
        }

        var language = raw.Language.Trim();
        if (language.Length > 0 && !LanguageTag().IsMatch(language))
        {
            return Wrong(line, "language-invalid", "language is not a language tag such as en or zh-Hans.");
        }

        foreach (var (name, text) in new[] { ("region", raw.Region), ("plan", raw.Plan) })
        {
            if (text.Length > MaxLength)
            {
                return Wrong(line, "value-too-long", $"{name} has at most {MaxLength} characters.");
            }
        }

        foreach (var (name, list) in new[] { ("products", raw.Products), ("components", raw.Components), ("tags", raw.Tags) })
        {
            if (list.Count > MaxEntries)
            {
                return Wrong(line, "list-too-long", $"{name} has at most {MaxEntries} entries.");
            }

            if (list.Any(entry => entry.Trim().Length > MaxLength))
            {
                return Wrong(line, "value-too-long", $"An entry of {name} has at most {MaxLength} characters.");
            }
        }

        var customer = new AudienceCustomer
        {
            Id = StoredText.CleanLine(id, MaxLength),
            Email = address.Value,
            Name = Optional(raw.Name, MaxNameLength),
            Language = language.Length == 0 ? "und" : language,
            Region = Optional(raw.Region, MaxLength),
            Plan = Optional(raw.Plan, MaxLength),
            Products = Entries(raw.Products),
            Components = Entries(raw.Components),
            Tags = Entries(raw.Tags),
        };
        return new(customer, null);
    }

    /// <summary>A value of a list as it is stored and compared.</summary>
    public static string Entry(string text) => StoredText.CleanLine(text, MaxLength).ToLowerInvariant();

    private static ImportRow Wrong(long line, string reason, string detail) => new(null, ImportProblem.Value(line, reason, detail));

    private static string? Optional(string text, int length) => StoredText.CleanLine(text, length) is { Length: > 0 } clean ? clean : null;

    private static List<string> Entries(IReadOnlyList<string> list) =>
        [.. list.Select(Entry).Where(entry => entry.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();
}
