namespace FamilyHubs.Pipeline.Testing.Faults;

/// <summary>A fault that a test has asked for.</summary>
public sealed class InjectedFaultException(string message) : IOException(message);
