using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Playbook;

public sealed class ProductTermsTests
{
    [Theory]
    [InlineData("What is “Turbo Pulse”?", "Turbo Pulse")]
    [InlineData("What is \"Turbo Pulse\"?", "Turbo Pulse")]
    [InlineData("Где кнопка «Турбо режим»?", "Турбо режим")]
    [InlineData("「极速模式」在哪里？", "极速模式")]
    [InlineData("『極速模式』在哪裡？", "極速模式")]
    [InlineData("Where is TurboPulse?", "TurboPulse")]
    [InlineData("Does the “Blender” have “Turbo Pulse”?", "Turbo Pulse")]
    [InlineData("Where is “Sign-in”?", null)]
    [InlineData("Where is the “login” page?", null)]
    [InlineData("My “old mixer” or the FruitPress?", null)]
    [InlineData("“It will arrive tomorrow”, they said. What now?", "It will arrive tomorrow")]
    [InlineData("Where is my parcel?", null)]
    [InlineData("", null)]
    public void Finds_the_first_name_that_is_not_in_the_organisations_list(string text, string? term) =>
        Assert.Equal(term, ProductTerms.FirstUnknown(text, Organisations.Usual));

    [Fact]
    public void Where_nothing_is_listed_nothing_is_unknown() =>
        Assert.Null(ProductTerms.FirstUnknown("What is “Turbo Pulse”?", new Organisation(new() { Name = "Desk" })));

    [Fact]
    public void Looks_only_at_the_beginning_of_a_long_text() =>
        Assert.Null(ProductTerms.FirstUnknown(new string('a', 4_000) + " “Turbo Pulse”", Organisations.Usual));
}
