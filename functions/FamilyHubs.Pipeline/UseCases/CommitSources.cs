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

    /// <summary>The same work without the rows of forgotten people: another than the one that was begun before they were forgotten.</summary>
    public static CommitSource Without(CommitSource source, long leftOut) =>
        leftOut == 0 ? source : source with { ContentHash = FormattableString.Invariant($"{source.ContentHash}~{leftOut}") };

    /// <summary>Pins the version of a commit.</summary>
    public static void Pin(Dictionary<string, long> pins, TableCommit commit)
    {
        if (commit.Version >= 0)
        {
            pins[commit.Table] = commit.Version;
        }
    }
}
