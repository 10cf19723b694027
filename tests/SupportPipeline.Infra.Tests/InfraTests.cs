using SupportPipeline.Infra.Checks;
using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra;

/// <summary>What can be known about the deployment without Azure and without its tools. Each check is proved on a copy that it has to refuse.</summary>
public sealed class InfraTests(InfraTests.Repository repository) : IClassFixture<InfraTests.Repository>
{
    private static readonly Dictionary<string, Func<InfraFolder, IEnumerable<string>>> s_checks = new Func<
        InfraFolder,
        IEnumerable<string>
    >[]
    {
        SyntaxChecks.Parses,
        SyntaxChecks.EverySymbolIsDeclared,
        SyntaxChecks.NothingIsDeclaredTwiceOrInVain,
        SyntaxChecks.FilesThatAreLoadedExist,
        SyntaxChecks.OneVersionOfEachType,
        ModuleChecks.ModulesGetExactlyTheirParameters,
        ModuleChecks.EveryModuleFileIsUsed,
        ModuleChecks.OutputsThatAreUsedExist,
        ModuleChecks.OutputsOfConditionalModulesAreAskedForWithCare,
        ModuleChecks.EveryOutputOfAModuleIsUsed,
        ModuleChecks.ParametersOfTheFileAreTheTemplates,
        SafetyChecks.RolesAreThoseOfTheList,
        SafetyChecks.RolesAreGivenOnAResource,
        SafetyChecks.NoSecretIsAPlainParameter,
        SafetyChecks.WhatHasToBeOffIsOff,
        SettingChecks.EverySettingIsRead,
        SettingChecks.EverySettingThatIsNeededIsSet,
        SettingChecks.NoSettingThatFlexRefuses,
        SettingChecks.NoSettingTwice,
        CodeChecks.NamesInStorageAreTheCodes,
        CodeChecks.EveryFunctionsQueueExistsAndHasAlerts,
        CodeChecks.AlertsThatHaveToBeThere,
        CodeChecks.MetricsThatAreAskedForAreMeasured,
        CodeChecks.TheServiceOfAzdIsTheApp,
        CodeChecks.RolesOfStaffAreTheCodes,
        CodeChecks.OutputsThatHooksUseExist,
    }.ToDictionary(check => check.Method.Name, StringComparer.Ordinal);

    public static TheoryData<string> CheckNames => [.. s_checks.Keys];

    /// <summary>The check, a file, what stands there, what is written instead, and a part of what is then found.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes =>
        new()
        {
            { nameof(SyntaxChecks.Parses), "infra/modules/language.bicep", "sku: { name: sku }", "sku: { name: sku", "language.bicep" },
            { nameof(SyntaxChecks.Parses), "infra/main.bicep", "targetScope = ", "targetScope ", "main.bicep" },
            {
                nameof(SyntaxChecks.EverySymbolIsDeclared),
                "infra/main.bicep",
                "publicUrl: publicUrl",
                "publicUrl: publicAddress",
                "publicAddress"
            },
            {
                nameof(SyntaxChecks.EverySymbolIsDeclared),
                "infra/modules/storage-data.bicep",
                "parent: queueService\n",
                "parent: queueServices\n",
                "queueServices"
            },
            {
                nameof(SyntaxChecks.EverySymbolIsDeclared),
                "infra/modules/alerts.bicep",
                "severity: rule.severity",
                "severity: rules1.severity",
                "rules1"
            },
            {
                nameof(SyntaxChecks.NothingIsDeclaredTwiceOrInVain),
                "infra/modules/function-app.bicep",
                "perInstanceConcurrency: perInstanceConcurrency",
                "perInstanceConcurrency: 16",
                "perInstanceConcurrency"
            },
            {
                nameof(SyntaxChecks.FilesThatAreLoadedExist),
                "infra/modules/workbook.bicep",
                "../workbook.json",
                "../dashboard.json",
                "dashboard.json"
            },
            {
                nameof(SyntaxChecks.OneVersionOfEachType),
                "infra/modules/status-site.bicep",
                "Microsoft.Storage/storageAccounts@2025-08-01",
                "Microsoft.Storage/storageAccounts@2024-01-01",
                "2024-01-01"
            },
            {
                nameof(ModuleChecks.ModulesGetExactlyTheirParameters),
                "infra/main.bicep",
                "modules/network.bicep",
                "modules/vnet.bicep",
                "vnet.bicep"
            },
            { nameof(ModuleChecks.ModulesGetExactlyTheirParameters), "infra/main.bicep", "    sku: languageSku\n", "", "sku" },
            {
                nameof(ModuleChecks.ModulesGetExactlyTheirParameters),
                "infra/main.bicep",
                "    sku: languageSku\n",
                "    sku: languageSku\n    tier: languageSku\n",
                "tier"
            },
            {
                nameof(ModuleChecks.EveryModuleFileIsUsed),
                "infra/main.bicep",
                "modules/workbook.bicep",
                "modules/alerts.bicep",
                "workbook.bicep"
            },
            {
                nameof(ModuleChecks.OutputsThatAreUsedExist),
                "infra/main.bicep",
                "identity.outputs.clientId",
                "identity.outputs.appId",
                "appId"
            },
            {
                nameof(ModuleChecks.OutputsThatAreUsedExist),
                "infra/modules/key-vault.bicep",
                "output uri string",
                "output address string",
                "vault.outputs.uri"
            },
            {
                nameof(ModuleChecks.OutputsOfConditionalModulesAreAskedForWithCare),
                "infra/main.bicep",
                "network!.outputs.appSubnetId",
                "network.outputs.appSubnetId",
                "network"
            },
            {
                nameof(ModuleChecks.EveryOutputOfAModuleIsUsed),
                "infra/modules/identity.bicep",
                "output clientId string = identity.properties.clientId\n",
                "output clientId string = identity.properties.clientId\noutput tenantId string = identity.properties.tenantId\n",
                "tenantId"
            },
            {
                nameof(ModuleChecks.ParametersOfTheFileAreTheTemplates),
                "infra/main.parameters.json",
                "\"allowList\"",
                "\"allowedList\"",
                "allowedList"
            },
            {
                nameof(ModuleChecks.ParametersOfTheFileAreTheTemplates),
                "infra/main.bicep",
                "param connectors string = ''",
                "param connectors string\nparam other string",
                "other"
            },
            {
                nameof(SafetyChecks.RolesAreThoseOfTheList),
                "infra/roles.json",
                "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
                "974c5e8b-45b9-4653-ba55-5f855dd0fb89",
                "storageQueueDataContributor"
            },
            {
                nameof(SafetyChecks.RolesAreThoseOfTheList),
                "infra/modules/key-vault.bicep",
                "roles.keyVaultSecretsOfficer)",
                "roles.keyVaultAdministrator)",
                "keyVaultAdministrator"
            },
            { nameof(SafetyChecks.RolesAreGivenOnAResource), "infra/modules/language.bicep", "  scope: account\n", "", "language.bicep" },
            {
                nameof(SafetyChecks.RolesAreGivenOnAResource),
                "infra/modules/language.bicep",
                "'Microsoft.Authorization/roleDefinitions', roles.cognitiveServicesLanguageReader",
                "'Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'",
                "language.bicep"
            },
            {
                nameof(SafetyChecks.NoSecretIsAPlainParameter),
                "infra/main.bicep",
                "param allowList string = ''",
                "param allowList string = ''\nparam sendGridApiKey string = ''",
                "sendGridApiKey"
            },
            {
                nameof(SafetyChecks.NoSecretIsAPlainParameter),
                "infra/settings.json",
                "{}",
                "{ \"SendGrid__ApiKey\": \"SG\" }",
                "SendGrid__ApiKey"
            },
            {
                nameof(SafetyChecks.WhatHasToBeOffIsOff),
                "infra/modules/storage-data.bicep",
                "allowSharedKeyAccess: false",
                "allowSharedKeyAccess: true",
                "allowSharedKeyAccess"
            },
            {
                nameof(SafetyChecks.WhatHasToBeOffIsOff),
                "infra/modules/status-site.bicep",
                "    minimumTlsVersion: 'TLS1_2'\n",
                "",
                "minimumTlsVersion"
            },
            {
                nameof(SettingChecks.EverySettingIsRead),
                "infra/modules/function-app.bicep",
                "Desk__PublicUrl:",
                "Desk__PublicAddress:",
                "Desk__PublicAddress"
            },
            {
                nameof(SettingChecks.EverySettingIsRead),
                "infra/secrets.json",
                "Social__Vk__Secret\"",
                "Social__Vk__SecretKey\"",
                "Social__Vk__SecretKey"
            },
            {
                nameof(SettingChecks.EverySettingThatIsNeededIsSet),
                "infra/modules/function-app.bicep",
                "  Outages__OnCallAddresses: onCallAddresses\n",
                "",
                "Outages__OnCallAddresses"
            },
            {
                nameof(SettingChecks.EverySettingThatIsNeededIsSet),
                "infra/modules/function-app.bicep",
                "  SupportStorage__queueServiceUri: dataQueueUri\n",
                "",
                "SupportStorage__queueServiceUri"
            },
            {
                nameof(SettingChecks.NoSettingThatFlexRefuses),
                "infra/settings.json",
                "{}",
                "{ \"WEBSITE_RUN_FROM_PACKAGE\": \"1\" }",
                "WEBSITE_RUN_FROM_PACKAGE"
            },
            {
                nameof(SettingChecks.NoSettingTwice),
                "infra/settings.json",
                "{}",
                "{ \"Desk__Address\": \"a@b.example\" }",
                "Desk__Address"
            },
            { nameof(CodeChecks.NamesInStorageAreTheCodes), "infra/storage-names.json", "\"follow-ups\"", "\"followups\"", "follow-ups" },
            { nameof(CodeChecks.NamesInStorageAreTheCodes), "infra/storage-names.json", "\"Cases\"", "\"Tickets\"", "Cases" },
            {
                nameof(CodeChecks.EveryFunctionsQueueExistsAndHasAlerts),
                "infra/storage-names.json",
                "    \"notice-batches\",\n",
                "",
                "notice-batches"
            },
            {
                nameof(CodeChecks.EveryFunctionsQueueExistsAndHasAlerts),
                "infra/modules/alerts.bicep",
                "concat(names.queues, map",
                "concat(['follow-ups'], map",
                "list of queues"
            },
            {
                nameof(CodeChecks.AlertsThatHaveToBeThere),
                "infra/modules/alerts.bicep",
                "name: 'promise-missed'",
                "name: 'promises'",
                "promise-missed"
            },
            { nameof(CodeChecks.AlertsThatHaveToBeThere), "docs/operations.md", "### silence\n", "### quiet\n", "silence" },
            {
                nameof(CodeChecks.MetricsThatAreAskedForAreMeasured),
                "infra/modules/alerts.bicep",
                "supportpipeline.notices.paused",
                "supportpipeline.notices.stopped",
                "supportpipeline.notices.stopped"
            },
            { nameof(CodeChecks.TheServiceOfAzdIsTheApp), "azure.yaml", "  functions:\n", "  api:\n", "api" },
            { nameof(CodeChecks.TheServiceOfAzdIsTheApp), "azure.yaml", "infra/hooks/postdeploy.sh", "infra/hooks/after.sh", "after.sh" },
            {
                nameof(CodeChecks.RolesOfStaffAreTheCodes),
                "infra/app-roles.json",
                "\"value\": \"OnCall\"",
                "\"value\": \"Oncall\"",
                "OnCall"
            },
            { nameof(CodeChecks.OutputsThatHooksUseExist), "infra/main.bicep", "output STATUS_URL", "output STATUS_PAGE", "STATUS_URL" },
        };

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void The_deployment_holds(string check)
    {
        Assert.Empty(s_checks[check](repository.Infra));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(string check, string path, string old, string mistake, string found)
    {
        var copy = Directory.CreateTempSubdirectory();
        try
        {
            Copy(copy.FullName);
            var file = Path.Combine(copy.FullName, path);
            var text = await File.ReadAllTextAsync(file);
            Assert.Contains(old, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, text.Replace(old, mistake, StringComparison.Ordinal));

            var findings = s_checks[check](await InfraFolder.ReadAsync(copy.FullName));

            Assert.Contains(findings, finding => finding.Contains(found, StringComparison.Ordinal));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_check_is_proved_by_a_mistake()
    {
        Assert.Empty(s_checks.Keys.Except(Mistakes.Select(mistake => (string)mistake[0]), StringComparer.Ordinal));
    }

    private static void Copy(string to)
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(InfraFolder.Repository, "infra"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(InfraFolder.Repository, file))
                .Concat(["azure.yaml", "docs/operations.md"])
        )
        {
            var target = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(InfraFolder.Repository, file), target);
        }
    }

    /// <summary>The repository, read once.</summary>
    public sealed class Repository : IAsyncLifetime
    {
        internal InfraFolder Infra { get; private set; } = null!;

        public async Task InitializeAsync() => Infra = await InfraFolder.ReadAsync(InfraFolder.Repository);

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
