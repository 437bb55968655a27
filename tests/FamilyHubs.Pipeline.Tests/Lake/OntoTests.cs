using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Commits onto a pinned version: what was written after it by work that was never finished is taken back.</summary>
public sealed class OntoTests
{
    private readonly LakeFixture _lake = new();

    [Fact]
    public async Task Commit_OntoAnEarlierVersion_TakesBackWhatCameAfterIt()
    {
        await _lake.CommitAsync("a", MergeMode.Upsert, Row(1));
        await _lake.CommitAsync("unfinished", MergeMode.Upsert, Row(2));

        var commit = await CommitAsync("b", 0, Row(3));

        Assert.Equal((2L, 1L, 2L), (commit.Version, commit.RowsBefore, commit.RowsAfter));
        Assert.Equal([Row(1), Row(3)], await _lake.RowsAsync());
        Assert.Equal([Row(1), Row(2)], await _lake.RowsAsync(1));
    }

    [Fact]
    public async Task Commit_OntoNothing_StartsAnew()
    {
        await _lake.CommitAsync("unfinished", MergeMode.Upsert, Row(2));

        Assert.Equal(1, (await CommitAsync("b", -1, Row(3))).Version);
        Assert.Equal([Row(3)], await _lake.RowsAsync());
    }

    [Fact]
    public async Task Commit_SameSourceOntoTheSameVersion_IsMadeOnce()
    {
        await _lake.CommitAsync("a", MergeMode.Upsert, Row(1));
        var first = await CommitAsync("b", 0, Row(2));

        Assert.Equal(first, await CommitAsync("b", 0, Row(2)));
        Assert.Equal(1, (await _lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default))!.Version);
    }

    [Fact]
    public async Task Commit_SameSourceOntoAnotherVersion_IsMadeAgain()
    {
        await _lake.CommitAsync("a", MergeMode.Upsert, Row(1));
        await CommitAsync("cut off", 0, Row(2));
        await CommitAsync("other", 0, Row(3));

        Assert.Equal(3, (await CommitAsync("cut off", 2, Row(2))).Version);
        Assert.Equal([Row(1), Row(2), Row(3)], await _lake.RowsAsync());
    }

    [Fact]
    public async Task Commit_NothingNewOntoAnEarlierVersion_GivesThatVersion()
    {
        await _lake.CommitAsync("a", MergeMode.Upsert, Row(1));
        await _lake.CommitAsync("unfinished", MergeMode.Upsert, Row(2));

        var commit = await CommitAsync("b", 0, Row(1));

        Assert.Equal((0L, false), (commit.Version, commit.Changed));
    }

    private async Task<TableCommit> CommitAsync(string source, long onto, params IReadOnlyList<LakeRow> rows)
    {
        await using var staged = await _lake.StageAsync(rows);
        return await _lake.Store.CommitAsync(LakeFixture.Area, staged, MergeMode.Upsert, new CommitSource(source, source), onto, default);
    }

    private static LakeRow Row(long id) => new(id, "ORG1", 1, null, "Y1", null, null, null);
}
