namespace FamilyHubs.Deployment;

/// <summary>A step cannot go on. The message is for the person at the keyboard: what is wrong, and what to do.</summary>
public sealed class HookException(string message) : Exception(message);
