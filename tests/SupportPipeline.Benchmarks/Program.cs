using BenchmarkDotNet.Running;
using SupportPipeline.Benchmarks;

// In this process: BenchmarkDotNet 0.14 cannot build a project of its own for a .NET newer than itself.
BenchmarkSwitcher.FromAssembly(typeof(IntakeBenchmarks).Assembly).Run([.. args, "--inProcess"]);
