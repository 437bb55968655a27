using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Who a household is and where it lives.</summary>
/// <param name="Place">First place of its home.</param>
/// <param name="Births">Days of birth of its children; twins share theirs.</param>
internal sealed record HouseholdPlan(SamplePlace Place, params IReadOnlyList<DateOnly> Births)
{
    /// <summary>The mother has a record.</summary>
    public bool HasMother { get; init; } = true;

    public AddressKind Address { get; init; }

    public Move? Move { get; init; }

    /// <summary>The children's records are of test patients.</summary>
    public bool IsTest { get; init; }

    /// <summary>A second organisation sees the records.</summary>
    public bool IsShared { get; init; }

    /// <summary>The children are in the list of records taken out by the content filter.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>The children are referred to the service when they are born.</summary>
    public bool IsReferred { get; init; } = true;
}
