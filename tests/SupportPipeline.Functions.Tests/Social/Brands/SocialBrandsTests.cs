using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Brands;

public sealed class SocialBrandsTests
{
    private static readonly SocialBrands Brands = Create(
        new BrandEntry
        {
            Name = "acme",
            Accounts = ["x:111", "facebook:9"],
            Words = ["Acme", "Акме"],
        },
        new BrandEntry
        {
            Name = "lumen-tv",
            Accounts = ["x:222"],
            Words = ["Lumen TV", "流明电视"],
        }
    );

    [Theory]
    [InlineData("x", "222", null, "nothing named", "lumen-tv")]
    [InlineData("x", "222", "acme", "nothing named", "acme")]
    [InlineData("x", "222", "somebody-else", "nothing named", "lumen-tv")]
    [InlineData("facebook", "222", null, "nothing named", "acme")]
    [InlineData("mastodon", "", null, "why is #LumenTV or LUMEN tv down again?", "lumen-tv")]
    [InlineData("mastodon", "", null, "流明電視又當機了", "lumen-tv")]
    [InlineData("mastodon", "", null, "lumens tv is another thing", "acme")]
    [InlineData("mastodon", "", null, "опять акме не работает", "acme")]
    public void A_post_belongs_to_whom_its_sender_its_account_or_its_words_say(
        string platform,
        string account,
        string? named,
        string text,
        string expected
    )
    {
        var post = new SocialPost
        {
            Platform = Platform.KebabCase.ValueOf<SocialPlatform>(platform),
            ExternalId = "1",
            Text = text,
            Author = new("a"),
            Account = account,
            Brand = named,
        };

        Assert.Equal(expected, Brands.Of(post));
    }

    [Fact]
    public void Without_any_there_is_one() => Assert.Equal(["main"], Create().Names);

    [Theory]
    [InlineData("Acme")]
    [InlineData("")]
    [InlineData("a name")]
    [InlineData("a|b")]
    public void A_name_that_cannot_be_one_is_refused(string name) =>
        Assert.Equal(
            $"Social:Brands: '{name}' is not a name of its own of 1 to 30 small letters, digits and dashes.",
            Assert.Throws<OptionsValidationException>(() => Create(new BrandEntry { Name = name })).Message
        );

    private static SocialBrands Create(params BrandEntry[] brands) => new(Options.Create(new BrandsOptions { Brands = brands }));
}
