namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>What became of a request to forget a person.</summary>
/// <param name="Area">Area.</param>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Busy">Another worker has the area: nothing was done.</param>
/// <param name="Removed">What was removed, or would be, place by place; counts, never content.</param>
/// <param name="Landing">Batches and files that still lie in <c>landing</c> with rows of the person. When they are taken, these rows are left out.</param>
public sealed record ForgetResult(string Area, bool DryRun, bool Busy, IReadOnlyList<ForgottenFrom> Removed, IReadOnlyList<string> Landing)
{
    /// <summary>Rows in all places.</summary>
    public long Copies => Removed.Sum(r => r.Copies);
}
