using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Repository;

/// <summary>The arrows of docs/architecture.md and the rules of the code, checked on the compiled product.</summary>
public sealed partial class ArchitectureTests
{
    private const int MaxConstructorParameters = 5;
    private const int MaxTriggerLines = 25;

    /// <summary>Who may take more, and why.</summary>
    private static readonly Dictionary<string, int> LongConstructors = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Verbs =
    [
        "Accept",
        "Acknowledge",
        "Apply",
        "Approve",
        "Assign",
        "Cancel",
        "Check",
        "Close",
        "Convert",
        "Create",
        "Declare",
        "Deliver",
        "Discard",
        "Drain",
        "Erase",
        "Escalate",
        "Export",
        "Freeze",
        "Ignore",
        "Lift",
        "Link",
        "List",
        "Mark",
        "Merge",
        "Note",
        "Open",
        "Pause",
        "Preview",
        "Process",
        "Publish",
        "Read",
        "Receive",
        "Release",
        "Reopen",
        "Replay",
        "Resolve",
        "Resume",
        "Revoke",
        "Run",
        "Send",
        "Show",
        "Split",
        "Sweep",
        "Unlink",
        "Unmerge",
        "Update",
        "Watch",
        "Write",
    ];

    private static readonly Type[] ProductTypes =
    [
        .. typeof(SupportPipelineServices)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace?.StartsWith("SupportPipeline.", StringComparison.Ordinal) == true && !TypeReferences.IsGenerated(type)
            ),
    ];

    private static readonly MethodInfo[] Functions =
    [
        .. ProductTypes
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(FunctionAttribute), false)),
    ];

    [Fact]
    public void A_store_is_used_by_its_own_feature_only()
    {
        Assert.Contains(ProductTypes, type => IsStore(type));
        Assert.Empty(
            from user in ProductTypes
            from used in TypeReferences.Of(user)
            where IsStore(used) && Feature(used) != Feature(user)
            select $"{user.FullName} uses {used.FullName}"
        );
    }

    [Fact]
    public void The_playbook_depends_on_records_and_pure_code_only()
    {
        // What is only put together there does not count; the playbook's own types are all looked at themselves.
        var playbook = ProductTypes.Where(type => Feature(type) == "Playbook" && !IsComposition(type)).ToList();

        Assert.NotEmpty(playbook);
        Assert.Empty(
            from rule in playbook
            from used in TypeReferences.Of(rule)
            where IsProduct(used) ? !playbook.Contains(used) && !IsPure(used) : DoesInputOrOutput(used)
            select $"{rule.FullName} uses {used.FullName}"
        );
    }

    [Fact]
    public void The_platform_knows_no_feature_but_where_all_are_put_together()
    {
        string[] exceptions = [nameof(SupportPipelineServices), nameof(ReasonCode)];

        Assert.Empty(
            from platform in ProductTypes.Where(type =>
                Feature(type) == "Platform" && !exceptions.Contains(type.Name, StringComparer.Ordinal)
            )
            from used in TypeReferences.Of(platform)
            where IsProduct(used) && Feature(used) != "Platform"
            select $"{platform.FullName} uses {used.FullName}"
        );
    }

    [Fact]
    public void A_function_is_a_class_of_its_name_with_one_method()
    {
        Assert.NotEmpty(Functions);
        Assert.All(
            Functions,
            method =>
            {
                Assert.Equal(method.DeclaringType!.Name, method.GetCustomAttribute<FunctionAttribute>()!.Name);
                Assert.Equal("RunAsync", method.Name);
                Assert.True(method.DeclaringType.IsPublic && method.IsPublic, "The worker finds public functions only.");
            }
        );
        Assert.Equal(
            Functions.Length,
            Functions.Select(method => method.DeclaringType!.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
    }

    [Fact]
    public void A_function_is_named_by_a_verb_and_an_object()
    {
        Assert.Empty(
            Functions
                .Select(method => method.DeclaringType!.Name)
                .Where(name => !(VerbAndObject().Match(name) is { Success: true } words && Verbs.Contains(words.Groups["verb"].Value)))
                .ToList()
        );
    }

    [Fact]
    public void A_trigger_is_a_thin_adapter()
    {
        var sources = RepositoryFiles
            .Under("functions")
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), path => path, StringComparer.Ordinal);

        Assert.Empty(
            from method in Functions
            let name = method.DeclaringType!.Name
            let lines = BodyLines(RepositoryFiles.Read(sources[name + ".cs"]))
            where lines is 0 or > MaxTriggerLines
            select $"{name}.RunAsync has {lines} lines"
        );
    }

    [Fact]
    public void A_class_is_sealed_unless_inheritance_is_meant()
    {
        Assert.Empty(
            ProductTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName)
        );
    }

    [Fact]
    public void A_constructor_takes_few_things()
    {
        var longOnes = (
            from type in ProductTypes
            where type.IsClass && !IsRecord(type)
            from constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            let count = constructor.GetParameters().Length
            where count > MaxConstructorParameters
            select (type.Name, count)
        ).ToDictionary(one => one.Name, one => one.count, StringComparer.Ordinal);

        Assert.Equal(LongConstructors.OrderBy(one => one.Key), longOnes.OrderBy(one => one.Key));
    }

    [Fact]
    public void A_name_says_what_a_type_is_for()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities"];
        string[] alone = ["Data", "Task", "Queue", "Event"];

        Assert.Empty(
            ProductTypes
                .Select(type => type.Name)
                .Where(name =>
                    empty.Any(end => name.EndsWith(end, StringComparison.Ordinal)) || alone.Contains(name, StringComparer.Ordinal)
                )
                .ToList()
        );
    }

    [Fact]
    public void There_is_one_host_json_and_every_host_has_it()
    {
        var own = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "host.json"));
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var output = Path.Combine("bin", framework.Parent!.Name, framework.Name, "host.json");

        Assert.Equal(["host.json"], RepositoryFiles.Under("").Where(path => Path.GetFileName(path) == "host.json"));
        foreach (var project in new[] { RepositoryFiles.FunctionsProject, RepositoryFiles.LocalHostProject })
        {
            Assert.Equal(own, File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(project)!, output)));
        }
    }

    [Fact]
    public void A_queue_trigger_names_a_queue_of_ours_and_the_connection()
    {
        var triggers = Functions
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>())
            .OfType<QueueTriggerAttribute>()
            .ToList();

        Assert.NotEmpty(triggers);
        Assert.All(
            triggers,
            trigger =>
            {
                Assert.Contains(trigger.QueueName, StorageNames.Queues.Concat(StorageNames.Queues.Select(Poison)));
                Assert.Equal(StorageNames.Connection, trigger.Connection);
            }
        );

        // Each queue has one function, and each poison queue one that drains it.
        Assert.Equal(
            StorageNames.Queues.Concat(StorageNames.Queues.Select(Poison)).Order(StringComparer.Ordinal),
            triggers.Select(trigger => trigger.QueueName).Order(StringComparer.Ordinal)
        );

        static string Poison(string queue) => queue + StorageNames.PoisonSuffix;
    }

    [Fact]
    public void The_names_of_queues_and_containers_are_written_in_one_place()
    {
        string[] names = [.. StorageNames.Queues, StorageNames.RawMessagesContainer];

        Assert.Empty(
            from path in RepositoryFiles.Under("functions")
            where path.EndsWith(".cs", StringComparison.Ordinal) && Path.GetFileName(path) != "StorageNames.cs"
            // The way to a function may be called like a queue: it is another name all the same.
            let source = string.Join(
                '\n',
                RepositoryFiles.Read(path).Split('\n').Where(line => !line.Contains("Route =", StringComparison.Ordinal))
            )
            from name in names
            where source.Contains($"\"{name}\"", StringComparison.Ordinal)
            select $"{path} writes '{name}'"
        );
    }

    [Fact]
    public void The_product_does_not_know_which_build_it_is_in()
    {
        Assert.Empty(
            RepositoryFiles
                .Under("functions")
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && Conditional().IsMatch(RepositoryFiles.Read(path)))
                .ToList()
        );
    }

    /// <summary>Lines that are not blank between the braces of RunAsync; one for an expression.</summary>
    private static int BodyLines(string source)
    {
        var rest = source[source.IndexOf(" RunAsync(", StringComparison.Ordinal)..];
        var open = BodyStart().Match(rest);
        var arrow = rest.IndexOf(") =>", StringComparison.Ordinal);
        if (arrow >= 0 && (!open.Success || arrow < open.Index))
        {
            return 1;
        }

        var end = rest.IndexOf("\n    }", open.Index, StringComparison.Ordinal);
        return rest[(open.Index + open.Length)..end].Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));
    }

    private static string Feature(Type type) => type.Namespace!.Split('.')[1];

    /// <summary>Written by us: what the generator of regular expressions writes has a namespace of the system's.</summary>
    private static bool IsProduct(Type type) =>
        type.Assembly == typeof(SupportPipelineServices).Assembly
        && type.Namespace?.StartsWith("SupportPipeline", StringComparison.Ordinal) == true;

    private static bool IsStore(Type type) => IsProduct(type) && type.Name.EndsWith("Store", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsComposition(Type type) =>
        type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Services", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsComposition(outer));

    private static bool IsPure(Type type) =>
        type.IsEnum || type.IsValueType || IsRecord(type) || type is { IsAbstract: true, IsSealed: true } || IsUnchanging(type);

    /// <summary>A class whose fields never change and that touches nothing outside, such as the organisation and its calendar.</summary>
    private static bool IsUnchanging(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).All(field => field.IsInitOnly)
        && TypeReferences
            .Of(type)
            .All(used => IsProduct(used) ? used.IsEnum || IsRecord(used) || IsUnchanging(used) : !DoesInputOrOutput(used));

    private static bool DoesInputOrOutput(Type type) =>
        type == typeof(TimeProvider)
        || (type.Namespace ?? "") is var name
            && (
                name.StartsWith("Azure", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.", StringComparison.Ordinal)
                || name.StartsWith("SendGrid", StringComparison.Ordinal)
                || name.StartsWith("System.Net", StringComparison.Ordinal)
                || name.StartsWith("System.IO", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"^\s*#\s*if\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Conditional();

    [GeneratedRegex("^(?<verb>[A-Z][a-z]+)[A-Z][A-Za-z]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VerbAndObject();

    [GeneratedRegex(@"\n    \{\n", RegexOptions.NonBacktracking)]
    private static partial Regex BodyStart();
}
