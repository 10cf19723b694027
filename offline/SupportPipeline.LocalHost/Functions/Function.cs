using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>A method with <c>[Function]</c>, its trigger and how to call it.</summary>
internal abstract record Function(string Name, FunctionMethod Method);

/// <summary>Called for a request.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The method.</param>
/// <param name="Route">Below the route prefix, without slashes at its ends.</param>
/// <param name="Methods">Upper case; empty for every method.</param>
/// <param name="Level">Which key a caller needs.</param>
internal sealed record HttpFunction(
    string Name,
    FunctionMethod Method,
    string Route,
    IReadOnlyList<string> Methods,
    AuthorizationLevel Level
) : Function(Name, Method);

/// <summary>Called for each message of a queue.</summary>
internal sealed record QueueFunction(string Name, FunctionMethod Method, string Queue) : Function(Name, Method);

/// <summary>Called on a schedule.</summary>
internal sealed record TimerFunction(string Name, FunctionMethod Method, string Schedule, bool RunOnStartup, bool UseMonitor)
    : Function(Name, Method);

/// <summary>What a parameter of a function is given.</summary>
internal delegate object? ParameterSource(Invocation invocation);

/// <summary>A parameter and its source.</summary>
internal sealed record FunctionParameter(ParameterInfo Info, ParameterSource Source);
