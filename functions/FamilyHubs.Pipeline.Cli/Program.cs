using FamilyHubs.Pipeline.Cli;

return await CommandLine.RunAsync(args);
