using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>Takes the rows of forgotten people out of raw files before they are kept anywhere.</summary>
public sealed class ForgottenFiles(ForgottenPeople people, AreaProfiles profiles, ContractCatalog contracts)
{
    /// <summary>The filter of an area; null when nobody has been forgotten.</summary>
    public async Task<PersonFileFilter?> FilterAsync(string area, CancellationToken cancel) =>
        await people.FindAsync(area, cancel) is { } list
            ? new PersonFileFilter(contracts, (await profiles.GetAsync(area, cancel)).Extract, list.Contains)
            : null;
}
