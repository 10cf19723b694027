using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.SignIn;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>Serves HTTP functions at their routes.</summary>
internal sealed partial class HttpFunctions(FunctionKey key, HostActivity activity, ILogger<HttpFunctions> logger)
{
    public void Map(IEndpointRouteBuilder app, IEnumerable<HttpFunction> functions, string routePrefix)
    {
        foreach (var function in functions)
        {
            var pattern = "/" + string.Join('/', new[] { routePrefix.Trim('/'), function.Route }.Where(part => part.Length > 0));
            Task Serve(HttpContext context) => ServeAsync(function, context);
            _ = function.Methods.Count == 0 ? app.Map(pattern, Serve) : app.MapMethods(pattern, function.Methods, Serve);
        }
    }

    private async Task ServeAsync(HttpFunction function, HttpContext context)
    {
        if (!key.Admits(context.Request, function.Level))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        activity.Begin();
        try
        {
            await RunAsync(function, context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception failure)
        {
            await FailAsync(function, context, failure);
        }
        finally
        {
            activity.End();
        }
    }

    private static async Task RunAsync(HttpFunction function, HttpContext context)
    {
        var invocation = new Invocation(context.RequestAborted) { Http = context };
        var result = await function.Method.InvokeAsync(context.RequestServices, invocation);
        if (result is IResult answer)
        {
            await answer.ExecuteAsync(context);
        }
    }

    private async Task FailAsync(HttpFunction function, HttpContext context, Exception failure)
    {
        var status = (failure as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, function.Name, FailureText.Of(failure));
            Log.FailedBecause(logger, failure, function.Name);
        }

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        var title = status < StatusCodes.Status500InternalServerError ? failure.Message : $"{function.Name} failed.";
        await Results.Problem(statusCode: status, title: title).ExecuteAsync(context);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed: {Failure}.")]
        public static partial void Failed(ILogger logger, string function, string failure);

        [LoggerMessage(2, LogLevel.Debug, "{Function} failed.")]
        public static partial void FailedBecause(ILogger logger, Exception exception, string function);
    }
}
