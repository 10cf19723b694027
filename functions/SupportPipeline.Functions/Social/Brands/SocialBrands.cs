using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Social.Copies;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Social.Brands;

/// <summary>Finds whose mention a post is.</summary>
public sealed class SocialBrands
{
    /// <summary>The brand when none is configured.</summary>
    public const string Main = "main";

    private readonly Dictionary<string, string> _byAccount = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Word, string Brand)> _words = [];

    /// <summary>Checks and reads the options.</summary>
    /// <exception cref="OptionsValidationException">A name cannot be one, or is there twice.</exception>
    public SocialBrands(IOptions<BrandsOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var names = new List<string>();
        foreach (var brand in options.Value.Brands)
        {
            if (!MentionId.IsBrand(brand.Name) || names.Contains(brand.Name, StringComparer.Ordinal))
            {
                throw new OptionsValidationException(
                    BrandsOptions.Section,
                    typeof(BrandsOptions),
                    [
                        $"{BrandsOptions.Section}:Brands: '{brand.Name}' is not a name of its own of 1 to 30 small letters, digits and dashes.",
                    ]
                );
            }

            names.Add(brand.Name);
            foreach (var account in brand.Accounts)
            {
                _byAccount.TryAdd(account, brand.Name);
            }

            _words.AddRange(brand.Words.Select(CopyText.Normalise).Where(word => word.Length > 0).Select(word => (word, brand.Name)));
        }

        Names = names.Count == 0 ? [Main] : names;
    }

    /// <summary>The names of the brands.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The brand of a post: the one its sender names, else the one whose account it reached, else the first one whose word it has, else the first.
    /// A sender's name that is none of ours counts for nothing.
    /// </summary>
    internal string Of(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Brand is { } named && Names.Contains(named, StringComparer.Ordinal))
        {
            return named;
        }

        if (post.Account.Length > 0 && _byAccount.TryGetValue($"{KebabCase.NameOf(post.Platform)}:{post.Account}", out var owner))
        {
            return owner;
        }

        var text = _words.Count == 0 ? "" : CopyText.Normalise($"{post.Text} {string.Join(' ', post.Tags)}");
        foreach (var (word, brand) in _words)
        {
            if (HasWord(text, word))
            {
                return brand;
            }
        }

        return Names[0];
    }

    /// <summary>Chinese has no spaces: there a word may stand anywhere.</summary>
    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (IsBorder(text, at - 1, word[0]) && IsBorder(text, at + word.Length, word[^1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBorder(string text, int at, char own) =>
        at < 0 || at >= text.Length || text[at] == ' ' || Characters.IsHan(text[at]) || Characters.IsHan(own);
}
