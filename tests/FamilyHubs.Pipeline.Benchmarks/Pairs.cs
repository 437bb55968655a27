namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Two processes in turn, several times, the one of the median time counts.</summary>
internal static class Pairs
{
    public static async Task<Comparison> RunAsync(string work, int times, Func<Task<Run>> ours, Func<Task<Run>>? peer, bool sameRows = true)
    {
        List<Run> own = [], other = [];
        for (var n = 0; n < times; n++)
        {
            own.Add(await ours());
            if (peer is not null)
            {
                other.Add(await peer());
            }
        }

        var result = new Comparison(work, Median(own), peer is null ? null : Median(other));
        return sameRows && result.Peer is { } reference && reference.Measured.Rows != result.Ours.Measured.Rows
            ? throw new InvalidOperationException($"{work}: {result.Ours.Measured.Rows} rows by the product, {reference.Measured.Rows} by the peer.")
            : result;
    }

    private static Run Median(List<Run> runs) => runs.OrderBy(r => r.WallSeconds).ElementAt(runs.Count / 2);
}
