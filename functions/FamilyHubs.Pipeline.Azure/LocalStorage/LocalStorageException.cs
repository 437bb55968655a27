namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>Local storage cannot be had; the message says why and what to do.</summary>
public sealed class LocalStorageException(string message, Exception? inner = null) : Exception(message, inner);
