using Microsoft.Extensions.Configuration;

namespace SupportPipeline.Platform;

public sealed class UnresolvedSecretsTests
{
    [Fact]
    public void A_reference_that_was_not_resolved_counts_as_not_set_and_is_named()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SendGrid:ApiKey"] = "@Microsoft.KeyVault(SecretUri=https://kv.vault.example/secrets/sendgrid-api-key)",
                ["Social:X:ConsumerSecret"] = "@microsoft.keyvault(VaultName=kv;SecretName=x)",
                ["Desk:SigningKey"] = "resolved",
            }
        );

        configuration.LeaveOutUnresolvedSecrets();

        Assert.Equal(
            ("", "", "resolved"),
            (configuration["SendGrid:ApiKey"], configuration["Social:X:ConsumerSecret"], configuration["Desk:SigningKey"])
        );
        Assert.Equal(["SendGrid:ApiKey", "Social:X:ConsumerSecret"], UnresolvedSecrets.Of(configuration));
    }

    [Fact]
    public void Where_every_secret_was_read_nothing_is_named()
    {
        using var configuration = new ConfigurationManager();
        configuration["SendGrid:ApiKey"] = "SG.key";

        configuration.LeaveOutUnresolvedSecrets();

        Assert.Empty(UnresolvedSecrets.Of(configuration));
        Assert.Equal("SG.key", configuration["SendGrid:ApiKey"]);
    }
}
