using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>The functions of an assembly, found by their attributes as the Functions SDK does at build time.</summary>
internal sealed record FunctionCatalog(
    IReadOnlyList<HttpFunction> Http,
    IReadOnlyList<QueueFunction> Queues,
    IReadOnlyList<TimerFunction> Timers
)
{
    private const BindingFlags Methods =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Reads classes.</summary>
    /// <param name="types">The classes; those without functions are passed over.</param>
    /// <param name="setting">The value of an app setting, for names and schedules written as <c>%Setting%</c>.</param>
    /// <exception cref="InvalidOperationException">A function cannot be run; the message lists everything that is wrong.</exception>
    public static FunctionCatalog Read(IEnumerable<Type> types, Func<string, string?> setting)
    {
        var problems = new List<string>();
        var functions = new List<Function>();
        foreach (var method in types.SelectMany(type => type.GetMethods(Methods)).OrderBy(method => method.Name, StringComparer.Ordinal))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                try
                {
                    functions.Add(Read(function.Name, method, text => AppSettings.Resolve(text, setting)));
                }
                catch (InvalidFunctionException invalid)
                {
                    problems.Add($"{function.Name} ({method.DeclaringType!.Name}.{method.Name}): {invalid.Message}");
                }
            }
        }

        var repeated = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any());
        problems.AddRange(repeated.Select(group => $"{group.Key}: {group.Count()} functions have this name."));
        return problems.Count == 0
            ? new([.. functions.OfType<HttpFunction>()], [.. functions.OfType<QueueFunction>()], [.. functions.OfType<TimerFunction>()])
            : throw new InvalidOperationException(
                "The function app cannot be run:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem))
            );
    }

    private static Function Read(string name, MethodInfo method, Func<string, string> resolve)
    {
        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true })
        {
            throw new InvalidFunctionException("a function and its class must be public.");
        }

        // Asked for once: while two runs start side by side, the runtime may hand out other objects the second time.
        var declared = method.GetParameters();
        var triggers = declared
            .SelectMany(parameter => parameter.GetCustomAttributes().Where(IsTrigger).Select(trigger => (parameter, trigger)))
            .ToArray();
        if (triggers is not [var (triggered, attribute)])
        {
            throw new InvalidFunctionException(triggers.Length == 0 ? "no parameter has a trigger." : "more than one trigger.");
        }

        var route = attribute is HttpTriggerAttribute http ? (http.Route ?? name).Trim('/') : null;
        var parameters = declared
            .Select(parameter => new FunctionParameter(parameter, SourceOf(parameter, parameter == triggered ? attribute : null, route)))
            .ToArray();
        CheckResult(method, attribute);
        var call = new FunctionMethod(method, parameters, FunctionResults.UnwrapperFor(method.ReturnType));
        return attribute switch
        {
            HttpTriggerAttribute request => new HttpFunction(
                name,
                call,
                route!,
                [.. (request.Methods ?? []).Select(verb => verb.ToUpperInvariant())],
                request.AuthLevel
            ),
            QueueTriggerAttribute queue => new QueueFunction(name, call, resolve(queue.QueueName)),
            TimerTriggerAttribute timer => new TimerFunction(name, call, resolve(timer.Schedule), timer.RunOnStartup, timer.UseMonitor),
            _ => throw new InvalidFunctionException("unknown trigger."),
        };
    }

    private static bool IsTrigger(Attribute attribute) =>
        attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute;

    private static ParameterSource SourceOf(ParameterInfo parameter, Attribute? trigger, string? route) =>
        (trigger is null ? FunctionParameters.OfOther(parameter, route) : FunctionParameters.OfTrigger(parameter, trigger))
        ?? throw new InvalidFunctionException($"nothing can be given to the parameter {parameter.ParameterType.Name} {parameter.Name}.");

    private static void CheckResult(MethodInfo method, Attribute trigger)
    {
        var result = FunctionResults.TypeOf(method.ReturnType);
        if (result is not null && !(trigger is HttpTriggerAttribute && typeof(IResult).IsAssignableFrom(result)))
        {
            throw new InvalidFunctionException($"a result of type {result.Name} is not supported; HTTP functions return IResult.");
        }
    }
}
