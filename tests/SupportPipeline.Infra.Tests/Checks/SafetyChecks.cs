using System.Text.RegularExpressions;
using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra.Checks;

/// <summary>Roles, secrets, and what is to be switched off.</summary>
internal static partial class SafetyChecks
{
    /// <summary>The built-in roles that are given, by the names and ids of the list of Azure built-in roles.</summary>
    private static readonly Dictionary<string, string> s_roles = new(StringComparer.Ordinal)
    {
        ["cognitiveServicesLanguageReader"] = "7628b7b8-a8b2-4cdc-b46f-e9b35248918e",
        ["keyVaultSecretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    };

    /// <summary>Named like secrets and none: why.</summary>
    private static readonly Dictionary<string, string> s_noSecrets = new(StringComparer.Ordinal)
    {
        ["eventVerificationKey"] = "a public key",
        ["inboundVerificationKey"] = "a public key",
        ["applicationInsightsConnectionString"] = "an address: local authentication is off, so it opens nothing",
        ["connectionString"] = "the same, as an output",
    };

    /// <summary>By type: what has to have which value.</summary>
    private static readonly (string Type, string[] Path, string Value)[] s_switches =
    [
        ("Microsoft.Storage/storageAccounts", ["properties", "allowSharedKeyAccess"], "false"),
        ("Microsoft.Storage/storageAccounts", ["properties", "allowBlobPublicAccess"], "false"),
        ("Microsoft.Storage/storageAccounts", ["properties", "minimumTlsVersion"], "'TLS1_2'"),
        ("Microsoft.Storage/storageAccounts", ["properties", "supportsHttpsTrafficOnly"], "true"),
        ("Microsoft.Storage/storageAccounts", ["properties", "allowCrossTenantReplication"], "false"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", ["properties", "publicAccess"], "'None'"),
        ("Microsoft.CognitiveServices/accounts", ["properties", "disableLocalAuth"], "true"),
        ("Microsoft.Insights/components", ["properties", "DisableLocalAuth"], "true"),
        ("Microsoft.KeyVault/vaults", ["properties", "enableRbacAuthorization"], "true"),
        ("Microsoft.KeyVault/vaults", ["properties", "enablePurgeProtection"], "true"),
        ("Microsoft.Web/sites", ["properties", "httpsOnly"], "true"),
        ("Microsoft.Web/sites", ["properties", "siteConfig", "minTlsVersion"], "'1.2'"),
        ("Microsoft.Web/sites", ["properties", "siteConfig", "ftpsState"], "'Disabled'"),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", ["properties", "allow"], "false"),
    ];

    public static IEnumerable<string> RolesAreThoseOfTheList(InfraFolder infra)
    {
        var listed = infra
            .Json("roles.json")
            .EnumerateObject()
            .ToDictionary(role => role.Name, role => role.Value.GetString()!, StringComparer.Ordinal);
        foreach (var (name, id) in listed.Where(role => s_roles.GetValueOrDefault(role.Key) != role.Value))
        {
            yield return $"roles.json: {name} is not {id}";
        }

        var used = infra
            .Files.Values.SelectMany(file => file.Root.All)
            .Where(node => node.Type == "member_expression" && node.Children[0].Text == "roles")
            .Select(node => node.Child("property_identifier")!.Text)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in used.Except(listed.Keys, StringComparer.Ordinal))
        {
            yield return $"the role {unknown} is not in roles.json";
        }

        foreach (var unused in listed.Keys.Except(used, StringComparer.Ordinal))
        {
            yield return $"the role {unused} of roles.json is given to nobody";
        }
    }

    public static IEnumerable<string> RolesAreGivenOnAResource(InfraFolder infra)
    {
        foreach (var (file, resource) in Resources(infra, "Microsoft.Authorization/roleAssignments"))
        {
            if (resource.At("scope") is not { Type: "identifier" } scope || file.Resources.All(other => other.Name != scope.Text))
            {
                yield return $"{file.Path}:{resource.Line} gives a role on more than a resource of its own file";
            }

            if (
                resource.At("properties", "roleDefinitionId")?.Written.Contains("roles.", StringComparison.Ordinal) != true
                && resource.At("properties", "roleDefinitionId")?.Written.Contains("roleId", StringComparison.Ordinal) != true
            )
            {
                yield return $"{file.Path}:{resource.Line} gives a role that is not from roles.json";
            }

            if (resource.At("name")?.Written.StartsWith("guid(", StringComparison.Ordinal) != true)
            {
                yield return $"{file.Path}:{resource.Line} has a name that is not the same each time";
            }
        }
    }

    public static IEnumerable<string> NoSecretIsAPlainParameter(InfraFolder infra)
    {
        foreach (var file in infra.Files.Values)
        {
            foreach (
                var parameter in file.Parameters.Where(parameter =>
                    LooksSecret().IsMatch(parameter.Name) && !parameter.IsSecure && !s_noSecrets.ContainsKey(parameter.Name)
                )
            )
            {
                yield return $"{file.Path}:{parameter.Line}: {parameter.Name} looks like a secret and is not @secure()";
            }

            foreach (
                var output in file.Outputs.Where(output => LooksSecret().IsMatch(output.Name!) && !s_noSecrets.ContainsKey(output.Name!))
            )
            {
                yield return $"{file.Path}:{output.Line}: the output {output.Name} looks like a secret";
            }

            foreach (
                var call in file.Root.All.Where(node =>
                    node.Type == "identifier"
                    && node.Text.StartsWith("list", StringComparison.Ordinal)
                    && node.Text.EndsWith("Keys", StringComparison.Ordinal)
                )
            )
            {
                yield return $"{file.Path}:{call.Line} asks for keys";
            }
        }

        foreach (var setting in infra.Json("settings.json").EnumerateObject().Where(setting => LooksSecret().IsMatch(setting.Name)))
        {
            yield return $"settings.json: {setting.Name} looks like a secret; it belongs into secrets.json and the vault";
        }
    }

    public static IEnumerable<string> WhatHasToBeOffIsOff(InfraFolder infra) =>
        from rule in s_switches
        from found in Resources(infra, rule.Type)
        let value = found.Resource.At(rule.Path)?.Written
        where value != rule.Value
        select $"{found.File.Path}:{found.Resource.Line}: {string.Join('.', rule.Path)} is {value ?? "not set"}, not {rule.Value}";

    private static IEnumerable<(BicepFile File, BicepNode Resource)> Resources(InfraFolder infra, string type) =>
        from file in infra.Files.Values
        from resource in file.Resources
        where BicepFile.Source(resource).Split('@')[0] == type
        select (file, resource);

    [GeneratedRegex("(?:secret|password|token|credential|key|connectionstring)s?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LooksSecret();
}
