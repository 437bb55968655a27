using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

public sealed class CommitTests
{
    private static LakeRow Row(long id, string code, string organisation = "ORG1") =>
        new(id, organisation, 1, new DateTime(2019, 3, 1, 9, 30, 0), code, 1.5, true, new DateOnly(2019, 3, 1));

    [Fact]
    public async Task Commit_SameSourceAgain_GivesItsCommitAndWritesNothing()
    {
        var lake = new LakeFixture();
        var first = await lake.CommitAsync("20190304_0600", MergeMode.Upsert, Row(1, "Y1"));
        await lake.CommitAsync("20190305_0600", MergeMode.Upsert, Row(1, "Y2"));
        var blobs = lake.Memory.Contents(Containers.Lake).Count;

        var again = await lake.CommitAsync("20190304_0600", MergeMode.Upsert, Row(1, "Y1"));

        Assert.Equal(first, again);
        Assert.Equal(blobs, lake.Memory.Contents(Containers.Lake).Count);
        Assert.Equal("Y2", Assert.Single(await lake.RowsAsync()).Code);
    }

    [Fact]
    public async Task Commit_ResentBulk_LeavesEveryBlobAsItWas()
    {
        var lake = new LakeFixture();
        var rows = Enumerable.Range(1, 100).Select(id => Row(id, "Y" + id % 7)).ToList();
        await lake.CommitAsync("a", MergeMode.ReplaceOrganisations, rows);
        var before = lake.Memory.Contents(Containers.Lake);

        rows.Reverse();
        var commit = await lake.CommitAsync("b", MergeMode.ReplaceOrganisations, rows);

        Assert.Equal(new TableCommit("SRTest", 0, 100, 100, 0, 0, 0, 100, 0, 100, false), commit);
        var after = lake.Memory.Contents(Containers.Lake);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, blob => Assert.True(blob.Value.Span.SequenceEqual(after[blob.Key].Span)));
    }

    [Fact]
    public async Task Commit_NewIds_LeavesFullFilesUntouched()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Enumerable.Range(1, 40).Select(id => Row(id, "Y1")).ToList());
        var before = (await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default))!.Files;

        await lake.CommitAsync("b", MergeMode.Upsert, Enumerable.Range(41, 3).Select(id => Row(id, "Y1")).ToList());
        await lake.CommitAsync("c", MergeMode.Upsert, Enumerable.Range(44, 3).Select(id => Row(id, "Y1")).ToList());

        var after = (await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default))!.Files;
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(6, Assert.Single(after.Skip(before.Count)).Rows);
    }

    [Fact]
    public async Task Commit_HeaderOnlyFull_ReplacesNothing()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"));

        var organisations = await lake.CommitAsync("b", MergeMode.ReplaceOrganisations);
        var all = await lake.CommitAsync("c", MergeMode.ReplaceAll);

        Assert.False(organisations.Changed || all.Changed);
        Assert.Single(await lake.RowsAsync());
    }

    [Fact]
    public async Task Commit_HeaderOnlyOfUnknownTable_MakesNoTable()
    {
        var lake = new LakeFixture();

        var commit = await lake.CommitAsync("a", MergeMode.Upsert);

        Assert.Equal(new TableCommit("SRTest", -1, 0, 0, 0, 0, 0, 0, 0, 0, false), commit);
        Assert.Null(await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default));
    }

    [Fact]
    public async Task Commit_FullOfOneOrganisation_KeepsRowsOfOthers()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"), Row(1, "Y1", "ORG2"), Row(2, "Y1"), Row(3, "Y1", "ORG2"));

        var commit = await lake.CommitAsync("b", MergeMode.ReplaceOrganisations, Row(1, "Y1"), Row(4, "Y9"));

        Assert.Equal(new TableCommit("SRTest", 1, 4, 2, 0, 1, 0, 1, 1, 4, true), commit);
        Assert.Equal([(1, "ORG1"), (1, "ORG2"), (3, "ORG2"), (4, "ORG1")], (await lake.RowsAsync()).Select(row => row.Key));
    }

    [Fact]
    public async Task Commit_AnswerLost_IsReadBackAndBelieved()
    {
        InterceptedBlobs? blobs = null;
        var lake = new LakeFixture(wrap: inner => blobs = new InterceptedBlobs(inner));
        blobs!.AnswerOfCommit = name => new BlobConflictException(Containers.Lake, name);

        var commit = await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"));

        Assert.Equal(0, commit.Version);
        Assert.Single(await lake.RowsAsync());
        Assert.Equal(0, (await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default))!.Version);
    }

    [Fact]
    public async Task Commit_FaultAfterWrite_IsFoundByTheNextTry()
    {
        InterceptedBlobs? blobs = null;
        var lake = new LakeFixture(wrap: inner => blobs = new InterceptedBlobs(inner));
        blobs!.AnswerOfCommit = _ => new IOException("The connection was closed.");
        await Assert.ThrowsAsync<IOException>(() => lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1")));
        blobs.AnswerOfCommit = null;

        var commit = await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"));

        Assert.Equal(new TableCommit("SRTest", 0, 0, 1, 0, 1, 0, 0, 0, 1, true), commit);
    }

    [Fact]
    public async Task Commit_OtherWriterFirst_IsMergedAgainOnTop()
    {
        InterceptedBlobs? blobs = null;
        var lake = new LakeFixture(wrap: inner => blobs = new InterceptedBlobs(inner));
        blobs!.BeforeCommit = async () =>
        {
            blobs.BeforeCommit = null;
            await lake.CommitAsync("other", MergeMode.Upsert, Row(2, "Y2"));
        };

        var commit = await lake.CommitAsync("mine", MergeMode.Upsert, Enumerable.Range(1, 30).Select(id => Row(id, "Y1")).ToList());

        Assert.Equal(new TableCommit("SRTest", 1, 1, 30, 0, 29, 1, 0, 0, 30, true), commit);
        Assert.Equal(30, (await lake.RowsAsync()).Count);
    }

    [Fact]
    public async Task Commit_OtherWritersAlwaysFirst_GivesUpWithoutWriting()
    {
        InterceptedBlobs? blobs = null;
        var lake = new LakeFixture(wrap: inner => blobs = new InterceptedBlobs(inner));
        var others = 0;
        async Task WriteFirst()
        {
            blobs!.BeforeCommit = null;
            others++;
            await lake.CommitAsync($"other{others}", MergeMode.Upsert, Row(1000 + others, "Y2"));
            blobs.BeforeCommit = WriteFirst;
        }

        blobs!.BeforeCommit = WriteFirst;

        await Assert.ThrowsAsync<LakeConflictException>(() => lake.CommitAsync("mine", MergeMode.Upsert, Row(1, "Y1")));
        Assert.DoesNotContain(await lake.RowsAsync(), row => row.Id == 1);
    }

    [Fact]
    public async Task RemovePatients_SameSourceAgain_GivesItsCommit()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(1, "Y1"), Row(2, "Y1", "ORG2"));
        var patients = new HashSet<(long, string)> { (1, "ORG1") };

        var first = await lake.Store.RemovePatientsAsync(LakeFixture.Area, LakeFixture.Schema, patients, new CommitSource("a", "h"), onto: null, default);
        var second = await lake.Store.RemovePatientsAsync(LakeFixture.Area, LakeFixture.Schema, patients, new CommitSource("a", "h"), onto: null, default);

        Assert.Equal(new TableCommit("SRTest", 1, 2, 0, 0, 0, 0, 0, 1, 1, true), first);
        Assert.Equal(first, second);
        Assert.Equal("ORG2", Assert.Single(await lake.RowsAsync()).Organisation);
    }

    [Fact]
    public async Task RemovePatients_TableThatNeverCame_IsNull()
    {
        var lake = new LakeFixture();

        Assert.Null(await lake.Store.RemovePatientsAsync(
            LakeFixture.Area, LakeFixture.Schema, new HashSet<(long, string)> { (1, "ORG1") }, new CommitSource("a", "h"), onto: null, default));
    }
}
