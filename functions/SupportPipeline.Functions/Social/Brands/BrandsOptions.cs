namespace SupportPipeline.Social.Brands;

/// <summary>The brands whose mentions are watched. Configuration section <c>Social</c>.</summary>
public sealed class BrandsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social";

    /// <summary>The brands; the first one gets what names none of them. Without any there is one brand called <c>main</c>.</summary>
    public IList<BrandEntry> Brands { get; set; } = [];
}

/// <summary>One brand.</summary>
public sealed class BrandEntry
{
    /// <summary>1 to 30 small letters, digits and dashes.</summary>
    public string Name { get; set; } = "";

    /// <summary>Our accounts: <c>platform:id</c>, as the platform calls them in its deliveries.</summary>
    public IList<string> Accounts { get; set; } = [];

    /// <summary>Words and names by which people speak of it; compared without regard to case and width, whole words where the script has spaces.</summary>
    public IList<string> Words { get; set; } = [];
}
