namespace FamilyHubs.Pipeline.Cli;

/// <summary>The command was given something it cannot work with; the message says what would do. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
