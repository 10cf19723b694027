using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>Decides where a parameter's value comes from, by its type and name as the worker does.</summary>
internal static class FunctionParameters
{
    // The worker's serializer for message bodies.
    private static readonly JsonSerializerOptions s_json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The source of the trigger's own parameter, or null when its type cannot be given.</summary>
    public static ParameterSource? OfTrigger(ParameterInfo parameter, Attribute trigger) =>
        (trigger, parameter.ParameterType) switch
        {
            (HttpTriggerAttribute, var type) when type == typeof(HttpRequest) => static call => call.Http!.Request,
            (TimerTriggerAttribute, var type) when type == typeof(TimerInfo) => static call => call.Timer,
            (QueueTriggerAttribute, var type) => OfMessage(type),
            _ => null,
        };

    /// <summary>The source of any other parameter, or null when there is none.</summary>
    public static ParameterSource? OfOther(ParameterInfo parameter, string? route)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return static call => call.Cancellation;
        }

        var name = parameter.Name!;
        return route is null || !HasRouteValue(route, name) ? null : OfRoute(parameter.ParameterType, name, parameter.HasDefaultValue);
    }

    private static ParameterSource? OfMessage(Type type)
    {
        if (type == typeof(string))
        {
            return static call => call.Message!.Body.ToString();
        }

        if (type == typeof(BinaryData))
        {
            return static call => call.Message!.Body;
        }

        if (type == typeof(byte[]))
        {
            return static call => call.Message!.Body.ToArray();
        }

        if (type == typeof(QueueMessage))
        {
            return static call => call.Message;
        }

        // Anything of ours that JSON can be read into; a primitive or a framework type is a mistake in the function.
        return
            type.IsPrimitive
            || type.IsInterface
            || type.IsAbstract
            || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            ? null
            : call => JsonSerializer.Deserialize(call.Message!.Body.ToMemory().Span, type, s_json);
    }

    private static ParameterSource? OfRoute(Type type, string name, bool optional)
    {
        if (type == typeof(string))
        {
            return call => call.Http!.GetRouteValue(name)?.ToString();
        }

        Func<string, object>? parse =
            type == typeof(Guid) ? static text => Guid.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(int) ? static text => int.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(long) ? static text => long.Parse(text, CultureInfo.InvariantCulture)
            : null;
        return parse is null
            ? null
            : call =>
            {
                var text = call.Http!.GetRouteValue(name)?.ToString();
                try
                {
                    return text is null && optional ? Type.Missing : parse(text ?? "");
                }
                catch (Exception wrong) when (wrong is FormatException or OverflowException)
                {
                    throw new BadHttpRequestException($"The part {{{name}}} of the address is not a {type.Name}.", wrong);
                }
            };
    }

    // {name}, {name:guid}, {name?}, {*name}
    private static bool HasRouteValue(string route, string name) =>
        Microsoft
            .AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(route)
            .Parameters.Any(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));
}
