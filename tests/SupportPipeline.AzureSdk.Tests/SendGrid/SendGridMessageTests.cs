using SendGrid.Helpers.Mail;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class SendGridMessageTests
{
    private readonly SendGridMessage message = new();

    [Fact]
    public void Puts_a_recipient_into_the_personalization_of_its_index()
    {
        message.AddTo(new EmailAddress("a@example.com"));
        message.AddTo(new EmailAddress("b@example.com"), 1);
        message.AddTo(new EmailAddress("c@example.com"), 1);

        Assert.Equal(
            [
                ["a@example.com"],
                ["b@example.com", "c@example.com"],
            ],
            Addresses()
        );
    }

    [Fact]
    public void Does_not_look_at_the_index_of_the_first_personalization()
    {
        message.AddTo(new EmailAddress("a@example.com"), 7);

        Assert.Equal(
            [
                ["a@example.com"],
            ],
            Addresses()
        );
    }

    [Fact]
    public void Refuses_an_index_beyond_the_next_free_one()
    {
        message.AddTo("a@example.com");

        var error = Assert.Throws<ArgumentException>(() => message.AddTo(new EmailAddress("b@example.com"), 2));

        Assert.Equal("personalizationIndex 2 must not be greater than 1", error.Message);
    }

    [Fact]
    public void Appends_a_given_personalization_each_time_it_is_given()
    {
        var personalization = new Personalization();

        message.AddTo(new EmailAddress("a@example.com"), 0, personalization);
        message.AddHeader("X-One", "1", 0, personalization);

        Assert.Equal([personalization, personalization], message.Personalizations);
    }

    [Fact]
    public void Makes_a_personalization_without_recipients_for_a_header_that_comes_first()
    {
        message.AddHeader("X-One", "1");

        Assert.Null(Assert.Single(message.Personalizations).Tos);
        message.AddTo("a@example.com");
        Assert.Equal(
            [
                ["a@example.com"],
            ],
            Addresses()
        );
    }

    [Fact]
    public void Takes_a_header_again_only_with_the_same_value()
    {
        message.AddHeader("X-One", "1");
        message.AddHeader("X-One", "1");

        Assert.Throws<ArgumentException>(() => message.AddHeader("X-One", "2"));
        Assert.Equal("1", message.Personalizations[0].Headers["X-One"]);
    }

    [Fact]
    public void Takes_a_global_header_or_argument_only_once()
    {
        message.AddGlobalHeader("X-One", "1");
        message.AddGlobalCustomArg("one", "1");

        Assert.Throws<ArgumentException>(() => message.AddGlobalHeader("X-One", "1"));
        Assert.Throws<ArgumentException>(() => message.AddGlobalCustomArg("one", "1"));
    }

    [Fact]
    public void Refuses_missing_recipients()
    {
        Assert.Equal("email", Assert.Throws<ArgumentNullException>(() => message.AddTo((EmailAddress?)null)).ParamName);
        Assert.Equal("email", Assert.Throws<ArgumentNullException>(() => message.AddTo(" ")).ParamName);
        var error = Assert.Throws<InvalidOperationException>(() => message.AddTos([]));
        Assert.Equal("Sequence contains no elements", error.Message);
    }

    [Fact]
    public void Compares_addresses_without_regard_to_case_or_name()
    {
        var jo = new EmailAddress("jo@example.com", "Jo");

        Assert.True(jo == new EmailAddress("JO@EXAMPLE.COM", "Joanna"));
        Assert.True(jo != new EmailAddress("al@example.com", "Jo"));
        Assert.Equal(jo.GetHashCode(), new EmailAddress("JO@EXAMPLE.COM").GetHashCode());
    }

    private IEnumerable<IEnumerable<string>> Addresses() => message.Personalizations.Select(p => p.Tos.Select(to => to.Email));
}
