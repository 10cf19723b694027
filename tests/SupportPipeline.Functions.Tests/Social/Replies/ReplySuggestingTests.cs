using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Replies;

[Collection("Azurite")]
public sealed class ReplySuggestingTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("en", "You are a disgrace! Third day and nobody answers, worst service ever!!!")]
    [InlineData("ru", "Это просто позор! Третий день никто не отвечает, ужасный сервис!!!")]
    [InlineData("zh-Hans", "太差劲了！三天了没有人回复，这是我见过最差的服务！！！")]
    [InlineData("zh-Hant", "太誇張了！三天了都沒有人回覆，這是我遇過最差的服務！！！")]
    public async Task An_answer_and_a_closing_word_are_suggested_in_the_language_of_the_mention_and_fit_on_X(string language, string text)
    {
        await using var services = await CreateAsync();
        var mention = SampleMentions.Of(SampleMentions.Post(text) with { Platform = SocialPlatform.X, IsAddressedToUs = true });
        var suggesting = services.GetRequiredService<ReplySuggesting>();

        var first = await suggesting.SuggestAsync(mention, SampleMentions.At, CancellationToken.None);
        var last = suggesting.Closing(mention);

        Assert.Equal((language, "very-angry", "closed-confirmed"), (first.Language, first.Scenario, last.Scenario));
        Assert.All(
            [first, last],
            words =>
            {
                Assert.InRange(PostLength.Weighted(words.Text), 40, 280);
                Assert.DoesNotContain("{", words.Text, StringComparison.Ordinal);
                var findings = services
                    .GetRequiredService<CourtesyCheck>()
                    .Check(
                        new()
                        {
                            Text = words.Text,
                            Language = language,
                            Channel = CourtesyChannel.Public,
                        }
                    );
                Assert.True(CourtesyCheck.Passes(findings), string.Join(", ", findings));
            }
        );
    }

    [Theory]
    [InlineData("Thank you so much, your support is amazing, Anna solved it in five minutes!", "praise-thanks")]
    [InlineData("Is the website down for everyone? Nothing loads since ten minutes.", "outage-reported")]
    [InlineData("Do you ship to Iceland?", "acknowledgement")]
    public async Task What_is_suggested_follows_what_is_meant(string text, string scenario)
    {
        await using var services = await CreateAsync();

        var suggestion = await services
            .GetRequiredService<ReplySuggesting>()
            .SuggestAsync(SampleMentions.Of(text), SampleMentions.At, CancellationToken.None);

        Assert.Equal(scenario, suggestion.Scenario);
    }

    private async Task<ServiceProvider> CreateAsync()
    {
        var services = Pipeline.Create(azurite.ConnectionString);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return services;
    }
}
