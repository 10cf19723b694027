using System.Diagnostics;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>
/// Says in one line why a function failed: the kind of exception and where it was thrown. Not its message, which may quote
/// what a customer wrote or their address; that is for the debug log.
/// </summary>
internal static class FailureText
{
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var frames = new StackTrace(exception, fNeedFileInfo: false).GetFrames();
        var ours = frames
            .Select(frame => frame.GetMethod()?.DeclaringType)
            .FirstOrDefault(type => type?.Namespace?.StartsWith(nameof(SupportPipeline), StringComparison.Ordinal) == true);
        return ours is null ? exception.GetType().Name : $"{exception.GetType().Name} in {(ours.DeclaringType ?? ours).Name}";
    }
}
