using FamilyHubs.Pipeline.Cli.Samples;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class PrngTests
{
    [Fact]
    public void Next_Seed1234567_GivesThePublishedSequence()
    {
        var random = new Prng(1234567);
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(published, published.Select(_ => random.Next()));
    }

    [Fact]
    public void Between_ManyDraws_StayInRangeAndReachBothEnds()
    {
        var random = Prng.Of(1, "test");
        var drawn = Enumerable.Range(0, 5_000).Select(_ => random.Between(-2, 3)).ToHashSet();
        Assert.Equal([-2, -1, 0, 1, 2, 3], drawn.Order());
    }

    [Fact]
    public void Weighted_ManyDraws_FollowTheWeights()
    {
        var random = Prng.Of(2, "test");
        var counts = new int[3];
        for (var i = 0; i < 10_000; i++)
        {
            counts[random.Weighted([1, 0, 3])]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[2], 7_300, 7_700);
    }

    [Fact]
    public void Of_AnotherIndexOrPurpose_IsAnotherStream()
    {
        var first = Prng.Of(1, "essex", 4).Next();
        Assert.NotEqual(first, Prng.Of(1, "essex", 5).Next());
        Assert.NotEqual(first, Prng.Of(1, "coventry", 4).Next());
        Assert.NotEqual(first, Prng.Of(2, "essex", 4).Next());
        Assert.Equal(first, Prng.Of(1, "essex", 4).Next());
    }
}
