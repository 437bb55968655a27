using System.Security.Cryptography;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class SampleDeterminismTests
{
    [Fact]
    public async Task WriteAsync_SameOptions_GiveTheSameBytes()
    {
        using var one = new SampleFolder();
        using var other = new SampleFolder();
        await SampleFolder.WriteAsync(one.Options(60) with { Chaos = true });
        await SampleFolder.WriteAsync(other.Options(60) with { Chaos = true });
        var first = Hashes(one.Path);
        Assert.Equal(4 * 4 + 3 + 4 + 1, first.Count);
        Assert.Equal(first, Hashes(other.Path));
    }

    [Fact]
    public async Task WriteAsync_AgainIntoTheSameFolder_ReplacesWhatWasThere()
    {
        using var folder = new SampleFolder();
        await SampleFolder.WriteAsync(folder.Options(30));
        var first = Hashes(folder.Path);
        await SampleFolder.WriteAsync(folder.Options(30));
        Assert.Equal(first, Hashes(folder.Path));
    }

    [Fact]
    public async Task WriteAsync_AnotherSeed_GivesOtherPeople()
    {
        using var one = new SampleFolder();
        using var other = new SampleFolder();
        var first = await SampleFolder.WriteAsync(one.Options(30));
        var second = await SampleFolder.WriteAsync(other.Options(30) with { Seed = 8 });
        Assert.NotEqual(new ReadBatch(first.Batches[0].Path).Texts["SRPatient"], new ReadBatch(second.Batches[0].Path).Texts["SRPatient"]);
    }

    [Fact]
    public async Task WriteAsync_LongerSpan_LeavesEarlierBatchesTheirPlaceInTime()
    {
        using var folder = new SampleFolder();
        var result = await SampleFolder.WriteAsync(folder.Options(30) with { From = new DateOnly(2019, 3, 13), To = new DateOnly(2019, 3, 26) });
        Assert.Equal(["20190313", "20190318", "20190325"], result.Batches.Select(batch => batch.Extract[..8]));
    }

    private static SortedDictionary<string, string> Hashes(string folder)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            hashes.Add(Path.GetRelativePath(folder, file), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return hashes;
    }
}
