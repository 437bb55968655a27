namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The same work by the product and by a peer, in turn, in one session: medians.</summary>
/// <param name="Work">What is done.</param>
/// <param name="Ours">Wall seconds, processor seconds and peak mebibytes of the product.</param>
/// <param name="Peer">The same of the peer; null where nothing is compared.</param>
internal sealed record Comparison(string Work, Run Ours, Run? Peer)
{
    public double? Ratio => Ours.WallSeconds / Peer?.WallSeconds;

    public override string ToString() => FormattableString.Invariant(
        $"| {Work} | {Ours.WallSeconds:0.00} | {Peer?.WallSeconds:0.00} | {Ratio:0.00} | {Ours.Measured.CpuSeconds:0.0}{Peer?.Measured.CpuSeconds:' / '0.0} | {Ours.Measured.PeakMebibytes:0}{Peer?.Measured.PeakMebibytes:' / '0} |");
}
