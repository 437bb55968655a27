namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>What a column that the contract does not list does (extracts.md 2).</summary>
public enum NewColumnHandling
{
    Accept,
    Report,
    Refuse,
}
