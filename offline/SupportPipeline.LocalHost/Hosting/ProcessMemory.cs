using System.Diagnostics;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>What a process holds.</summary>
internal static class ProcessMemory
{
    /// <summary>The most it ever held in memory, in bytes.</summary>
    public static long Peak(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.PeakWorkingSet64;
    }
}
