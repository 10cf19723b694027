using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class IntakeOptionsTests
{
    [Theory]
    [InlineData("MaxRequestBytes", "1023", "1024", "104857600")]
    [InlineData("MaxRequestBytes", "104857601", "1024", "104857600")]
    [InlineData("MaxAttachments", "-1", "0", "1000")]
    [InlineData("MaxAttachments", "1001", "0", "1000")]
    [InlineData("MaxAttachmentBytes", "-1", "0", "104857600")]
    [InlineData("MaxAttachmentBytes", "104857601", "0", "104857600")]
    [InlineData("MaxFieldBytes", "1023", "1024", "31457280")]
    [InlineData("MaxFieldBytes", "31457281", "1024", "31457280")]
    [InlineData("MaxRecipients", "0", "1", "1000")]
    [InlineData("MaxRecipients", "1001", "1", "1000")]
    [InlineData("MaxTextLength", "999", "1000", "400000")]
    [InlineData("MaxTextLength", "400001", "1000", "400000")]
    public void A_limit_out_of_range_stops_the_start_and_says_which(string name, string value, string least, string most)
    {
        using var services = Pipeline.Create(settings: ($"Intake:{name}", value));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            $"DataAnnotation validation failed for 'IntakeOptions' members: '{name}' with the error: "
                + $"'The field {name} must be between {least} and {most}.'.",
            exception.Message
        );
    }

    [Fact]
    public void Limits_at_the_ends_of_their_ranges_are_fine()
    {
        using var least = Pipeline.Create(
            settings:
            [
                ("Intake:MaxRequestBytes", "1024"),
                ("Intake:MaxAttachments", "0"),
                ("Intake:MaxAttachmentBytes", "0"),
                ("Intake:MaxFieldBytes", "1024"),
                ("Intake:MaxRecipients", "1"),
                ("Intake:MaxTextLength", "1000"),
            ]
        );

        var exception = Record.Exception(() => least.GetRequiredService<IStartupValidator>().Validate());

        Assert.Null(exception);
    }

    [Fact]
    public void The_defaults_are_these()
    {
        var options = new IntakeOptions();

        Assert.Equal("Intake", IntakeOptions.Section);
        Assert.Equal(
            (31_457_280L, 50, 26_214_400L, 4_194_304, 50, 200_000, null),
            (
                options.MaxRequestBytes,
                options.MaxAttachments,
                options.MaxAttachmentBytes,
                options.MaxFieldBytes,
                options.MaxRecipients,
                options.MaxTextLength,
                options.VerificationKey
            )
        );
    }

    [Fact]
    public void The_server_lets_a_little_more_through_than_we_do()
    {
        using var services = Pipeline.Create(settings: ("Intake:MaxRequestBytes", "50000000"));

        Assert.Equal(50_065_536, services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
    }
}
