using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

public sealed class OutboundAllowListTests
{
    [Theory]
    [InlineData("", "anybody@customer.example", true)]
    [InlineData(" , ", "anybody@customer.example", true)]
    [InlineData("mia@customer.example", "Mia@Customer.example", true)]
    [InlineData("mia@customer.example", "jo@customer.example", false)]
    [InlineData("@Customer.example", "jo@customer.example", true)]
    [InlineData("@customer.example", "jo@sub.customer.example", false)]
    [InlineData("@customer.example", "jo@notcustomer.example", false)]
    [InlineData("@other.example, mia@customer.example", "mia@customer.example", true)]
    [InlineData("@bücher.example", "jo@xn--bcher-kva.example", true)]
    public void Only_those_on_it_get_mail(string setting, string address, bool expected) =>
        Assert.Equal(expected, OutboundAllowList.Parse(setting).Lets(Emails.Address(address)));

    [Theory]
    [InlineData("customer.example")]
    [InlineData("@")]
    [InlineData("mia@")]
    public void What_cannot_be_read_says_which_entry(string entry)
    {
        var exception = Assert.Throws<FormatException>(() => OutboundAllowList.Parse($"@ok.example, {entry}"));

        Assert.Equal("Replies:AllowList: entry 2 is neither an address nor '@' and a domain.", exception.Message);
    }
}
