namespace FamilyHubs.Pipeline.Ports;

/// <summary>A blob that was asked for is not there.</summary>
public sealed class BlobNotFoundException(string container, string name, Exception? inner = null)
    : Exception($"There is no blob {container}/{name}.", inner);
