using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Infra.Reading;
using SupportPipeline.Platform;

namespace SupportPipeline.Infra.Checks;

/// <summary>What the deployment and the code both name.</summary>
internal static partial class CodeChecks
{
    public static IEnumerable<string> NamesInStorageAreTheCodes(InfraFolder infra) =>
        Differences("queue", infra.Names("queues"), StorageNames.Queues)
            .Concat(Differences("table", infra.Names("tables"), StorageNames.Tables))
            // The status page lies in an account of its own, as a static website.
            .Concat(
                Differences(
                    "container",
                    infra.Names("containers"),
                    StorageNames.Containers.Except([StorageNames.StatusContainer], StringComparer.Ordinal)
                )
            )
            .Concat(
                infra
                    .Names("receivedContainers")
                    .Except(infra.Names("containers"), StringComparer.Ordinal)
                    .Select(name => $"the container {name} has a rule and does not exist")
            );

    public static IEnumerable<string> EveryFunctionsQueueExistsAndHasAlerts(InfraFolder infra)
    {
        var known = infra
            .Names("queues")
            .Concat(infra.Names("queues").Select(queue => queue + StorageNames.PoisonSuffix))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var queue in FunctionQueues().Where(queue => !known.Contains(queue)))
        {
            yield return $"a function listens to {queue}, which is not deployed";
        }

        var alerts = infra.Files["modules/alerts.bicep"];
        if (
            !Says(alerts, "watchedQueues", "concat(names.queues,map(names.queues,queue=>'${queue}-poison'))")
            || !Says(alerts, "queueList", "${join(watchedQueues,")
        )
        {
            yield return "the list of queues with alerts is not that of the queues";
        }

        foreach (var name in (string[])["dead-letters", "queue-age"])
        {
            var query = Rules(infra).FirstOrDefault(rule => rule.At("name")?.Written == $"'{name}'")?.At("query")?.Written;
            if (
                query?.Contains("in(${queueList})", StringComparison.Ordinal) != true
                && query?.Contains("in (${queueList})", StringComparison.Ordinal) != true
            )
            {
                yield return $"the alert {name} does not look at every queue";
            }
        }
    }

    public static IEnumerable<string> AlertsThatHaveToBeThere(InfraFolder infra)
    {
        var names = Rules(infra).Select(rule => rule.At("name")!.Written.Trim('\'')).ToHashSet(StringComparer.Ordinal);
        foreach (
            var missing in ((string[])["dead-letters", "queue-age", "promise-missed", "notice-paused", "error-rate"]).Except(
                names,
                StringComparer.Ordinal
            )
        )
        {
            yield return $"there is no alert {missing}";
        }

        var alerts = infra.Files["modules/alerts.bicep"];
        foreach (var type in (string[])["Microsoft.Consumption/budgets", "Microsoft.Insights/actionGroups"])
        {
            if (alerts.Resources.All(resource => BicepFile.Source(resource).Split('@')[0] != type))
            {
                yield return $"there is no {type}";
            }
        }

        var runbooks = infra.Read("docs/operations.md");
        foreach (var name in names.Append("silence").Where(name => !runbooks.Contains($"### {name}\n", StringComparison.Ordinal)))
        {
            yield return $"docs/operations.md has no runbook for the alert {name}";
        }
    }

    public static IEnumerable<string> MetricsThatAreAskedForAreMeasured(InfraFolder infra)
    {
        var measured = Instruments();
        var text = infra.Read("infra/modules/alerts.bicep") + infra.Read("infra/workbook.json");
        return MetricName()
            .Matches(text)
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Except(measured, StringComparer.Ordinal)
            .Select(name => $"{name} is asked for and not measured");
    }

    public static IEnumerable<string> TheServiceOfAzdIsTheApp(InfraFolder infra)
    {
        var yaml = infra.Read("azure.yaml");
        var service = ServiceName().Match(yaml).Groups["name"].Value;
        var tag = infra
            .Files["modules/function-app.bicep"]
            .Root.All.FirstOrDefault(node => node.Type == "object_property" && node.Name == "azd-service-name")
            ?.Value.Written;
        if (tag != $"'{service}'")
        {
            yield return $"azure.yaml deploys the service '{service}', the app is tagged {tag ?? "not at all"}";
        }

        var project = ProjectPath().Match(yaml).Groups["name"].Value;
        if (!Directory.Exists(Path.Combine(InfraFolder.Repository, project)))
        {
            yield return $"azure.yaml publishes {project}, which does not exist";
        }

        foreach (var hook in HookPath().Matches(yaml).Select(match => match.Groups["name"].Value).Where(hook => !infra.Has(hook)))
        {
            yield return $"azure.yaml runs {hook}, which does not exist";
        }
    }

    public static IEnumerable<string> RolesOfStaffAreTheCodes(InfraFolder infra) =>
        Differences(
            "app role",
            [.. infra.Json("app-roles.json").EnumerateArray().Select(role => role.GetProperty("value").GetString()!)],
            Enum.GetNames<StaffRole>()
        );

    /// <summary>What hooks and docs use of the outputs.</summary>
    public static IEnumerable<string> OutputsThatHooksUseExist(InfraFolder infra)
    {
        string[] azd = ["AZURE_ENV_NAME", "AZURE_SUBSCRIPTION_ID", "AZURE_LOCATION"];
        var parameters = EnvironmentName().Matches(infra.Read("infra/main.parameters.json")).Select(match => match.Groups["name"].Value);
        var known = infra
            .Main.Outputs.Select(output => output.Name!)
            .Concat(parameters)
            .Concat(azd)
            .Append("SENDGRID_API_KEY")
            .ToHashSet(StringComparer.Ordinal);
        return from hook in (string[])["preprovision", "postprovision", "postdeploy"]
            from name in ShellVariable().Matches(infra.Read($"infra/hooks/{hook}.sh")).Select(match => match.Groups["name"].Value)
            where !known.Contains(name)
            select $"{hook}.sh uses {name}, which nobody gives";
    }

    private static bool Says(BicepFile file, string variable, string text) =>
        file.Variables.FirstOrDefault(one => one.Name == variable)?.Written.Contains(text, StringComparison.Ordinal) == true;

    private static IEnumerable<string> Differences(string what, IReadOnlyCollection<string> deployed, IEnumerable<string> coded)
    {
        var names = coded.ToList();
        return names
            .Except(deployed, StringComparer.Ordinal)
            .Select(name => $"the {what} {name} of the code is not deployed")
            .Concat(deployed.Except(names, StringComparer.Ordinal).Select(name => $"the {what} {name} is deployed and not used"));
    }

    private static IEnumerable<BicepNode> Rules(InfraFolder infra) =>
        infra
            .Files["modules/alerts.bicep"]
            .Variables.Single(variable => variable.Name == "rules")
            .Child("array")!
            .Children.Where(child => child.Type == "object");

    private static IEnumerable<string> FunctionQueues() =>
        typeof(StorageNames)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            )
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>();

    private static HashSet<string> Instruments()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Name) };
        listener.Start();
        using var metrics = new PipelineMetrics(TimeProvider.System);
        return names;
    }

    [GeneratedRegex("supportpipeline\\.[a-z_.]*[a-z]|messaging\\.process\\.[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex MetricName();

    [GeneratedRegex("services:\\n  (?<name>[a-z-]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServiceName();

    [GeneratedRegex("project: (?<name>\\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectPath();

    [GeneratedRegex("run: (?<name>[^ ,}]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HookPath();

    [GeneratedRegex("\\$\\{(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnvironmentName();

    [GeneratedRegex("\\$\\{?(?<name>[A-Z][A-Z_]{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShellVariable();
}
