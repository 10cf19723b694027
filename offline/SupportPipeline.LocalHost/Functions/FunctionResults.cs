using System.Reflection;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>Takes the task off what a function returns.</summary>
internal static class FunctionResults
{
    /// <summary>What a method of this return type gives once its task is done; null when it gives nothing.</summary>
    public static Type? TypeOf(Type returned) =>
        returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask) ? null
        : IsGenericTask(returned) ? returned.GetGenericArguments()[0]
        : returned;

    public static Func<object?, ValueTask<object?>> UnwrapperFor(Type returned)
    {
        if (returned == typeof(Task))
        {
            return OfTask;
        }

        if (returned == typeof(ValueTask))
        {
            return OfValueTask;
        }

        if (!IsGenericTask(returned))
        {
            return static result => ValueTask.FromResult(result);
        }

        var name = returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTaskOf) : nameof(OfValueTaskOf);
        return typeof(FunctionResults)
            .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(returned.GetGenericArguments())
            .CreateDelegate<Func<object?, ValueTask<object?>>>();
    }

    private static bool IsGenericTask(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static async ValueTask<object?> OfTask(object? result)
    {
        await (Task)result!;
        return null;
    }

    private static async ValueTask<object?> OfValueTask(object? result)
    {
        await (ValueTask)result!;
        return null;
    }

    private static async ValueTask<object?> OfTaskOf<T>(object? result) => await (Task<T>)result!;

    private static async ValueTask<object?> OfValueTaskOf<T>(object? result) => await (ValueTask<T>)result!;
}
