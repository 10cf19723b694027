namespace SupportPipeline.Infra.Reading;

/// <summary>What a Bicep file declares and uses.</summary>
internal sealed class BicepFile
{
    private static readonly string[] s_locals = ["loop_variable", "loop_enumerator"];

    public BicepFile(string path, BicepNode root)
    {
        (Path, Root) = (path, root);
        var decorators = Array.Empty<BicepNode>();
        foreach (var node in root.Children)
        {
            if (node.Type == "decorators")
            {
                decorators = [.. node.Children];
                continue;
            }

            Add(node, decorators);
            decorators = [];
        }
    }

    public string Path { get; }

    public BicepNode Root { get; }

    public List<BicepParameter> Parameters { get; } = [];

    public List<BicepNode> Variables { get; } = [];

    public List<BicepNode> Resources { get; } = [];

    public List<BicepNode> Modules { get; } = [];

    public List<BicepNode> Outputs { get; } = [];

    /// <summary>Every name that is declared for the whole file.</summary>
    public IEnumerable<string> Declared =>
        Parameters.Select(parameter => parameter.Name).Concat(Variables.Concat(Resources).Concat(Modules).Select(node => node.Name!));

    /// <summary>Every name that is used and is not a name of the declaration it stands in: a loop's or a lambda's variable.</summary>
    public IEnumerable<BicepNode> Used =>
        Root
            .Children.Where(node => node.Type != "decorators")
            .SelectMany(declaration =>
            {
                var locals = LocalsOf(declaration);
                return UsesOf(declaration, isDeclaration: true).Where(use => !locals.Contains(use.Text));
            });

    /// <summary>The type of a resource with its version, or the path of a module.</summary>
    public static string Source(BicepNode declaration) => declaration.Child("string")!.Written.Trim('\'');

    private void Add(BicepNode node, BicepNode[] decorators)
    {
        switch (node.Type)
        {
            case "parameter_declaration":
                var isSecure = decorators.Any(decorator => decorator.Written == "@secure()");
                var hasDefault = node.Children.Any(child => child.Text == "=");
                Parameters.Add(new(node.Name!, node.Line, isSecure, hasDefault, node));
                break;
            case "variable_declaration":
                Variables.Add(node);
                break;
            case "resource_declaration":
                Resources.Add(node);
                break;
            case "module_declaration":
                Modules.Add(node);
                break;
            case "output_declaration":
                Outputs.Add(node);
                break;
            default:
                break;
        }
    }

    private static HashSet<string> LocalsOf(BicepNode declaration)
    {
        var locals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in declaration.All)
        {
            if (s_locals.Contains(node.Type, StringComparer.Ordinal))
            {
                locals.Add(node.Text);
            }

            // for <name> in, and <name> => or (<name>, <name>) =>
            for (var index = 1; index < node.Children.Count; index++)
            {
                var before = node.Children[index - 1];
                if (node.Children[index].Text is "in" or "=>")
                {
                    locals.UnionWith(before.All.Where(leaf => leaf.Type == "identifier").Select(leaf => leaf.Text));
                }
            }
        }

        return locals;
    }

    private static IEnumerable<BicepNode> UsesOf(BicepNode node, bool isDeclaration = false)
    {
        // The first name of a declaration or a property is what it is called, not what it uses.
        var isNamed = isDeclaration || node.Type == "object_property";
        foreach (var child in node.Children)
        {
            if (child.Type == "identifier")
            {
                if (!isNamed)
                {
                    yield return child;
                }

                isNamed = false;
            }
            else if (child.Type != "type")
            {
                isNamed = isNamed && child.Text is not (":" or "=");
                foreach (var use in UsesOf(child))
                {
                    yield return use;
                }
            }
        }
    }
}

/// <summary>A parameter.</summary>
internal sealed record BicepParameter(string Name, int Line, bool IsSecure, bool HasDefault, BicepNode Node);
