using FamilyHubs.Pipeline.Benchmarks;

return await BenchmarkCommand.RunAsync(args);
