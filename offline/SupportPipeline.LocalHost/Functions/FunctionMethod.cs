using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>Calls one function: a new object of its class from the scope's services, arguments from the invocation.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInvoker _method;
    private readonly ObjectFactory? _create;
    private readonly IReadOnlyList<FunctionParameter> _parameters;
    private readonly Func<object?, ValueTask<object?>> _unwrap;

    public FunctionMethod(MethodInfo method, IReadOnlyList<FunctionParameter> parameters, Func<object?, ValueTask<object?>> unwrap)
    {
        _method = MethodInvoker.Create(method);
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        _parameters = parameters;
        _unwrap = unwrap;
    }

    /// <summary>Calls the function and gives what it returned, without its task.</summary>
    public async ValueTask<object?> InvokeAsync(IServiceProvider scope, Invocation invocation)
    {
        var arguments = new object?[_parameters.Count];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = _parameters[index].Source(invocation);
        }

        var instance = _create?.Invoke(scope, null);
        try
        {
            // Method invokers wrap nothing: what the function throws arrives as it was thrown.
            return await _unwrap(_method.Invoke(instance, arguments.AsSpan()));
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }
}
