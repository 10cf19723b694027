using BenchmarkDotNet.Running;
using SupportPipeline.Benchmarks;
using SupportPipeline.Benchmarks.Quality;

if (args is ["quality", .. var rest])
{
    return QualityCommand.Run(rest);
}

// In this process: BenchmarkDotNet 0.14 cannot build a project of its own for a .NET newer than itself.
BenchmarkSwitcher.FromAssembly(typeof(IntakeBenchmarks).Assembly).Run([.. args, "--inProcess"]);
return 0;
