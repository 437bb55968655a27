using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Names the work that a commit of the lake does. A retry has the same name and is not done twice; the same content sent again after
/// something else was committed under its name has another, and is.
/// </summary>
internal static class CommitSources
{
    public static CommitSource Of(ExtractEntry claim, string contentHash) =>
        new(claim.Extract, claim.Commits == 0 ? contentHash : FormattableString.Invariant($"{contentHash}#{claim.Commits}"));

    /// <summary>Pins the version of a commit.</summary>
    public static void Pin(Dictionary<string, long> pins, TableCommit commit)
    {
        if (commit.Version >= 0)
        {
            pins[commit.Table] = commit.Version;
        }
    }
}
