using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra.Checks;

/// <summary>What Bicep's own compiler would find first.</summary>
internal static class SyntaxChecks
{
    /// <summary>Functions and namespaces that need no declaration, as far as these files use them.</summary>
    private static readonly string[] s_builtIn =
    [
        "array",
        "concat",
        "contains",
        "deployer",
        "empty",
        "environment",
        "filter",
        "first",
        "flatten",
        "guid",
        "items",
        "join",
        "last",
        "length",
        "loadJsonContent",
        "loadTextContent",
        "map",
        "resourceGroup",
        "resourceId",
        "split",
        "string",
        "subscription",
        "subscriptionResourceId",
        "tenant",
        "toLower",
        "trim",
        "union",
        "uniqueString",
        "utcNow",
    ];

    public static IEnumerable<string> Parses(InfraFolder infra) =>
        from file in infra.Files.Values
        from node in file.Root.All
        where node.Type is "ERROR" or "MISSING"
        select $"{file.Path}:{node.Line} is no Bicep: {node.Written}";

    public static IEnumerable<string> EverySymbolIsDeclared(InfraFolder infra) =>
        from file in infra.Files.Values
        let declared = file.Declared.Concat(s_builtIn).ToHashSet(StringComparer.Ordinal)
        from use in file.Used
        where !declared.Contains(use.Text)
        select $"{file.Path}:{use.Line} uses {use.Text}, which is not declared";

    public static IEnumerable<string> NothingIsDeclaredTwiceOrInVain(InfraFolder infra)
    {
        foreach (var file in infra.Files.Values)
        {
            foreach (var twice in file.Declared.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                yield return $"{file.Path} declares {twice.Key} twice";
            }

            var used = file.Used.Select(use => use.Text).ToHashSet(StringComparer.Ordinal);
            foreach (
                var name in file.Parameters.Select(parameter => parameter.Name).Concat(file.Variables.Select(variable => variable.Name!))
            )
            {
                if (!used.Contains(name))
                {
                    yield return $"{file.Path} declares {name} and does not use it";
                }
            }
        }
    }

    public static IEnumerable<string> FilesThatAreLoadedExist(InfraFolder infra) =>
        from file in infra.Files.Values
        from call in file.Root.All
        where call.Type == "call_expression" && call.Child("identifier")?.Text is "loadJsonContent" or "loadTextContent"
        let named = call.All.First(node => node.Type == "string").Written.Trim('\'')
        let path = Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/infra", Path.GetDirectoryName(file.Path)!, named)))
        where !infra.Has(path)
        select $"{file.Path}:{call.Line} loads {named}, which does not exist";

    public static IEnumerable<string> OneVersionOfEachType(InfraFolder infra) =>
        from type in infra
            .Files.Values.SelectMany(file => file.Resources)
            .Select(resource => BicepFile.Source(resource).Split('@'))
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
        let versions = type.Select(parts => parts.Length == 2 ? parts[1] : "none").Distinct(StringComparer.Ordinal).ToList()
        where
            versions.Count > 1
            || !System.Text.RegularExpressions.Regex.IsMatch(
                versions[0],
                @"^20\d\d-\d\d-\d\d(?:-preview)?$",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        select $"{type.Key} is used in versions {string.Join(", ", versions)}";
}
