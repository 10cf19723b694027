using SupportPipeline.Platform;

namespace SupportPipeline.Functions.Tests.Platform;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("jo@example.com", "jo@example.com", "jo", "example.com")]
    [InlineData("  Jo.Smith+Orders@Example.COM\t", "Jo.Smith+Orders@example.com", "Jo.Smith+Orders", "example.com")]
    [InlineData("\"jo smith\"@example.com", "\"jo smith\"@example.com", "\"jo smith\"", "example.com")]
    [InlineData("\"jo@home\"@example.com", "\"jo@home\"@example.com", "\"jo@home\"", "example.com")]
    [InlineData("иван@почта.рф", "иван@почта.рф", "иван", "почта.рф")]
    [InlineData("root@localhost", "root@localhost", "root", "localhost")]
    [InlineData("o'hara_{x}=?@a-b.example", "o'hara_{x}=?@a-b.example", "o'hara_{x}=?", "a-b.example")]
    public void Reads_a_valid_address(string text, string value, string localPart, string domain)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));

        Assert.Equal(value, address.Value);
        Assert.Equal(localPart, address.LocalPart);
        Assert.Equal(domain, address.Domain);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("jo")]
    [InlineData("@example.com")]
    [InlineData("jo@")]
    [InlineData("jo smith@example.com")]
    [InlineData("jo@exam ple.com")]
    [InlineData("jo..smith@example.com")]
    [InlineData(".jo@example.com")]
    [InlineData("jo.@example.com")]
    [InlineData("jo@example..com")]
    [InlineData("jo@.example.com")]
    [InlineData("jo@example.com.")]
    [InlineData("jo@-example.com")]
    [InlineData("jo@example-.com")]
    [InlineData("jo@exa_mple.com")]
    [InlineData("jo@[192.0.2.1]")]
    [InlineData("Jo <jo@example.com>")]
    [InlineData("jo@one.example, mia@two.example")]
    [InlineData("\"\"@example.com")]
    [InlineData("\"jo\"smith\"@example.com")]
    [InlineData("\"jo\\\"@example.com")]
    [InlineData("jo\r\nBcc: all@example.com")]
    [InlineData("jo\u0000@example.com")]
    [InlineData("jo\u202Egnp@example.com")]
    [InlineData("jo@exam\u200Bple.com")]
    public void Refuses_what_is_no_address(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
        Assert.Equal("", address.Value);
    }

    [Fact]
    public void Keeps_to_the_length_limits_of_RFC_5321()
    {
        var label = new string('d', 63);
        var domain189 = $"{label}.{label}.{new string('d', 61)}";

        Assert.True(EmailAddress.TryParse($"{new string('a', 64)}@example.com", out _));
        Assert.False(EmailAddress.TryParse($"{new string('a', 65)}@example.com", out _));
        Assert.True(EmailAddress.TryParse($"{new string('a', 64)}@{domain189}", out var longest));
        Assert.Equal(254, longest.Value.Length);
        Assert.False(EmailAddress.TryParse($"{new string('a', 64)}@{domain189}d", out _));
        Assert.False(EmailAddress.TryParse($"a@{new string('d', 64)}.example", out _));
        Assert.False(EmailAddress.TryParse($"{new string('ж', 33)}@example.com", out _));
    }

    [Fact]
    public void Compares_without_letter_case_and_in_either_spelling_of_the_domain()
    {
        var one = Parse("Jo.Smith@BÜCHER.example");
        var other = Parse("jo.smith@xn--bcher-kva.example");

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("jo.smith@xn--bcher-kva.example", one.Key);
        Assert.Equal(one.Key, other.Key);
        Assert.NotEqual(one, Parse("jo.smith@buecher.example"));
    }

    [Fact]
    public void Hashes_the_key_for_storage()
    {
        // printf 'jo@example.com' | sha256sum
        Assert.Equal("f4e19df2e6c609fbd59a42b9063d0fad", Parse("Jo@Example.com").Hash);
    }

    [Fact]
    public void Shows_nobody_in_a_log()
    {
        Assert.Equal("address:f4e19df2", Parse("jo@example.com").ToString());
        Assert.Equal("address:f4e19df2", $"{Parse("JO@example.com")}");
    }

    private static EmailAddress Parse(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("no address", nameof(text));
}
