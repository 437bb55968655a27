namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>A contract file cannot be used. The message names the file and what to change.</summary>
public sealed class ContractException(string message, Exception? inner = null) : Exception(message, inner);
