using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>
/// Takes a person off the list of those who must not come back: forgotten by mistake, or a request taken back. Brings back nothing by itself, what was
/// removed is gone; the next full copy that holds the person does. On record in <c>audit</c> before it is done.
/// </summary>
public sealed class AllowPerson(ForgottenPeople people, AreaLease leases, AuditTrail audit, TimeProvider time)
{
    /// <param name="area">Area.</param>
    /// <param name="person">SystmOne record id.</param>
    /// <param name="organisation">The organisation to which forgetting was limited; null when it was not.</param>
    /// <param name="reason">Why; goes to the audit, so it names nobody.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<AllowResult> RunAsync(string area, long person, string? organisation, string reason, string by, CancellationToken cancel)
    {
        await using var hold = await leases.HoldAsync(area, cancel);
        if (hold is null)
        {
            return new AllowResult(area, Busy: true, WasForgotten: false);
        }

        if (!await people.HasAsync(area, person, organisation, hold.Token))
        {
            return new AllowResult(area, Busy: false, WasForgotten: false);
        }

        var pseudonym = await people.PseudonymAsync(area, person, organisation, hold.Token);
        await audit.AppendAsync(new ForgetRecord(time.GetUtcNow(), area, "person-allow", "done", by, reason, pseudonym, organisation, Removed: null), hold.Token);
        return new AllowResult(area, Busy: false, WasForgotten: await people.RemoveAsync(area, person, organisation, hold.Token));
    }
}
