namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>Where accepted rows go.</summary>
public enum ContractStore
{
    Lake,

    /// <summary>The table of the readers of reports, staff of the service: no table of the lake.</summary>
    Recipients,
}
