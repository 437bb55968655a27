namespace FamilyHubs.Pipeline.Ports;

public sealed record MailAddress(string Address, string? Name);
