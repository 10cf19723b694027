using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Whose status page it is and where everybody reads it.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Address">Where; ends with a slash.</param>
/// <param name="DefaultLanguage">The language of documents and feeds, and of the page for readers of none of ours.</param>
public sealed record StatusSite(string Name, Uri Address, string DefaultLanguage)
{
    /// <summary>Where a page lies whose address nobody configured: on the machine itself.</summary>
    private static readonly Uri Nowhere = new("http://localhost/");

    /// <summary>The page's id in documents; stays while the host does.</summary>
    internal string PageId => StableHash.Of($"status-page:{Address.Host}")[..12];

    /// <summary>Changes when anything about the site does that is on every page.</summary>
    internal string Fingerprint => StableHash.Of(Name, Address.AbsoluteUri, DefaultLanguage);

    /// <summary>The site of a configuration.</summary>
    internal static StatusSite Of(StatusOptions options, Uri? ownAddress, Organisation organisation) =>
        new(
            organisation.Name,
            options.Address.Length > 0 ? new Uri(options.Address.TrimEnd('/') + "/") : ownAddress ?? Nowhere,
            organisation.DefaultLanguage
        );

    /// <summary>The address of one of its files.</summary>
    internal string Link(string file) => new Uri(Address, file).AbsoluteUri;

    /// <summary>A text in a language; in the default language when it was not written in that one.</summary>
    internal string Text(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.TryGetValue(language, out var text) || texts.TryGetValue(DefaultLanguage, out text) ? text : texts.Values.FirstOrDefault("");
}
