using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra.Checks;

/// <summary>Modules, what they are given and what is taken of them.</summary>
internal static class ModuleChecks
{
    public static IEnumerable<string> ModulesGetExactlyTheirParameters(InfraFolder infra)
    {
        foreach (var (file, module) in Modules(infra))
        {
            if (Target(infra, file, module) is not { } target)
            {
                yield return $"{file.Path}:{module.Line} uses {BicepFile.Source(module)}, which does not exist";
                continue;
            }

            var given = module.At("params")?.Properties.Select(property => property.Name!).ToList() ?? [];
            foreach (var unknown in given.Except(target.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal))
            {
                yield return $"{file.Path}:{module.Line} gives {unknown}, which {target.Path} does not take";
            }

            foreach (
                var missing in target.Parameters.Where(parameter =>
                    !parameter.HasDefault && !given.Contains(parameter.Name, StringComparer.Ordinal)
                )
            )
            {
                yield return $"{file.Path}:{module.Line} does not give {missing.Name}, which {target.Path} needs";
            }
        }
    }

    public static IEnumerable<string> EveryModuleFileIsUsed(InfraFolder infra) =>
        infra
            .Files.Keys.Where(path => path != "main.bicep")
            .Except(Modules(infra).Select(use => PathOf(use.File, use.Module)), StringComparer.Ordinal)
            .Select(path => $"{path} is used by nobody");

    public static IEnumerable<string> OutputsThatAreUsedExist(InfraFolder infra) =>
        from file in infra.Files.Values
        from node in file.Root.All
        where node.Type == "member_expression" && node.Children[0].Type == "member_expression"
        let owner = node.Children[0]
        where owner.Child("property_identifier")?.Text == "outputs" && owner.Children[0].Type == "identifier"
        let symbol = owner.Children[0].Text
        let module = file.Modules.FirstOrDefault(candidate => candidate.Name == symbol)
        let name = node.Child("property_identifier")?.Text
        let target = module is null ? null : Target(infra, file, module)
        where target is null || target.Outputs.All(output => output.Name != name)
        select $"{file.Path}:{node.Line} uses {symbol}.outputs.{name}, which does not exist";

    /// <summary>A module that is not always deployed has outputs only where it is.</summary>
    public static IEnumerable<string> OutputsOfConditionalModulesAreAskedForWithCare(InfraFolder infra) =>
        from file in infra.Files.Values
        from module in file.Modules
        where module.Child("if_statement") is not null
        from node in file.Root.All
        where
            node.Type == "member_expression"
            && node.Children[0] is { Type: "identifier" } symbol
            && symbol.Text == module.Name
            && node.Children[1].Text != "!"
        select $"{file.Path}:{node.Line} asks {module.Name} for outputs without saying that it is there";

    public static IEnumerable<string> EveryOutputOfAModuleIsUsed(InfraFolder infra) =>
        from target in infra.Files.Values
        where target.Path != "main.bicep"
        from output in target.Outputs
        where
            !infra.Files.Values.Any(file =>
                file.Modules.Any(module => PathOf(file, module) == target.Path && Takes(file, module.Name!, output.Name!))
            )
        select $"{target.Path} gives {output.Name}, which nobody takes";

    public static IEnumerable<string> ParametersOfTheFileAreTheTemplates(InfraFolder infra)
    {
        var given = infra
            .Json("main.parameters.json")
            .GetProperty("parameters")
            .EnumerateObject()
            .Select(parameter => parameter.Name)
            .ToList();
        foreach (var unknown in given.Except(infra.Main.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal))
        {
            yield return $"main.parameters.json gives {unknown}, which main.bicep does not take";
        }

        foreach (
            var missing in infra.Main.Parameters.Where(parameter =>
                !parameter.HasDefault && !given.Contains(parameter.Name, StringComparer.Ordinal)
            )
        )
        {
            yield return $"main.parameters.json does not give {missing.Name}, which main.bicep needs";
        }
    }

    private static bool Takes(BicepFile file, string module, string output) =>
        file.Root.All.Any(node =>
            node.Type == "member_expression" && node.Written.Replace("!", "", StringComparison.Ordinal) == $"{module}.outputs.{output}"
        );

    private static IEnumerable<(BicepFile File, BicepNode Module)> Modules(InfraFolder infra) =>
        infra.Files.Values.SelectMany(file => file.Modules.Select(module => (file, module)));

    private static BicepFile? Target(InfraFolder infra, BicepFile file, BicepNode module) =>
        infra.Files.GetValueOrDefault(PathOf(file, module));

    private static string PathOf(BicepFile file, BicepNode module) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(file.Path)!, BicepFile.Source(module))));
}
