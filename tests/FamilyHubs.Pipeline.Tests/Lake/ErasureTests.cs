using System.Text;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Lake.Erasure;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>A person leaves every version of a table; everybody else's rows stay in every version, and the table goes on as before.</summary>
public sealed class ErasureTests
{
    private const int Series = 60;
    private const long Person = 3;
    private static readonly PersonRows Rows = new(["IDPatient"], Person, null);

    [Fact]
    public Task Erase_AnySeriesOfCommits_LeavesEveryOtherRowOfEveryVersion() => Parallel.ForAsync(0, Series, async (seed, _) =>
    {
        var (lake, before) = await FilledAsync(seed);
        var found = await lake.Store.FindPersonAsync(LakeFixture.Area, "SRTest", Rows, default);

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);

        Assert.Equal(before[^1].Count(row => row.Patient == Person), found.Rows);
        Assert.Equal(before.Exists(version => version.Any(row => row.Patient == Person)), found.Copies > 0);
        for (var version = 0; version < before.Count; version++)
        {
            Assert.Equal(before[version].Where(row => row.Patient != Person), await lake.RowsAsync(version));
        }

        Assert.Equal(before.Select(rows => (long)rows.Count(row => row.Patient != Person)), await lake.Store.RowsByVersionAsync(LakeFixture.Area, "SRTest", default));
        Assert.True((await lake.Store.FindPersonAsync(LakeFixture.Area, "SRTest", Rows, default)).IsNothing);
        Assert.False(await IsStoredAsync(lake, Person), $"Series {seed}");
    });

    [Fact]
    public async Task Erase_Twice_ChangesNothingTheSecondTime()
    {
        var (lake, _) = await FilledAsync(1);
        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);
        var before = Names(lake);

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);

        Assert.Equal(before, Names(lake));
    }

    [Fact]
    public Task Erase_OnePersonAfterTheOtherAndCommitsBetween_KeepsEveryVersion() => Parallel.ForAsync(0, Series, async (seed, _) =>
    {
        var (lake, before) = await FilledAsync(seed);
        var random = new Random(seed);
        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);
        await lake.CommitAsync("later", MergeMode.Upsert, [.. Enumerable.Range(0, 20).Select(_ => LakeRow.Random(random, 40, 2))]);
        before.Add(await lake.RowsAsync());

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows with { Person = 2 }, default);
        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);
        await lake.CommitAsync("latest", MergeMode.Upsert, LakeRow.Removal(5, "ORG1"));

        for (var version = 0; version < before.Count; version++)
        {
            Assert.Equal(before[version].Where(row => row.Patient is not (Person or 2)), await lake.RowsAsync(version));
        }

        Assert.False(await IsStoredAsync(lake, 2) || await IsStoredAsync(lake, Person), $"Series {seed}");
    });

    [Fact]
    public async Task Erase_WhileItRuns_EveryVersionHasEverybodyElse()
    {
        InterceptedBlobs? intercepted = null;
        var lake = new LakeFixture(wrap: memory => intercepted = new InterceptedBlobs(memory));
        var before = await FillAsync(lake, seed: 4);
        var looks = 0;
        intercepted!.BeforeCommit = async () =>
        {
            looks++;
            for (var version = 0; version < before.Count; version++)
            {
                Assert.Equal(before[version].Where(row => row.Patient != Person), (await lake.RowsAsync(version)).Where(row => row.Patient != Person));
            }
        };

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);

        Assert.InRange(looks, 3, int.MaxValue);
        Assert.False(await IsStoredAsync(lake, Person));
    }

    [Fact]
    public async Task Erase_OfOneOrganisation_LeavesTheRowsOfTheOthers()
    {
        var (lake, before) = await FilledAsync(2);

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows with { Organisation = "ORG1" }, default);

        Assert.Contains(before[^1], row => row is { Patient: Person, Organisation: "ORG0" });
        Assert.Equal(before[^1].Where(row => row is not { Patient: Person, Organisation: "ORG1" }), await lake.RowsAsync());
    }

    [Fact]
    public async Task Erase_FileThatNoVersionHas_IsDeletedWhenItHoldsThePerson()
    {
        var (lake, _) = await FilledAsync(3);
        var other = new LakeFixture();
        await other.CommitAsync("a", MergeMode.Upsert, new LakeRow(500, "ORG1", Person, null, "Y1", null, null, null));
        var (name, content) = other.Memory.Contents(Containers.Lake).Single(b => b.Key.EndsWith(".parquet", StringComparison.Ordinal));
        await lake.Memory.WriteAsync(Containers.Lake, name, new MemoryStream(content.ToArray()), WriteCondition.Always, default);

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);

        Assert.DoesNotContain(name, Names(lake));
    }

    [Fact]
    public async Task Erase_RowsWithTheLeastAndGreatestKeys_LeavesNoKeyOfThemInTheLog()
    {
        var lake = new LakeFixture();
        await lake.CommitAsync("a", MergeMode.Upsert, Row(7_654_321, Person), Row(8_000_000, 1), Row(9_876_543, Person));
        await lake.CommitAsync("b", MergeMode.Upsert, Row(9_999_999, Person));

        await lake.Store.EraseAsync(LakeFixture.Area, "SRTest", Rows, default);

        var log = string.Concat(lake.Memory.Contents(Containers.Lake).Where(b => b.Key.EndsWith(".json", StringComparison.Ordinal)).Select(b => Encoding.UTF8.GetString(b.Value.Span)));
        Assert.Contains("8000000", log, StringComparison.Ordinal);
        Assert.All(["7654321", "9876543", "9999999"], key => Assert.DoesNotContain(key, log, StringComparison.Ordinal));
    }

    private static LakeRow Row(long id, long patient) => new(id, "ORG1", patient, null, "Y1", null, null, null);

    private static async Task<(LakeFixture Lake, List<List<LakeRow>> Versions)> FilledAsync(int seed)
    {
        var lake = new LakeFixture();
        return (lake, await FillAsync(lake, seed));
    }

    private static async Task<List<List<LakeRow>>> FillAsync(LakeFixture lake, int seed)
    {
        var random = new Random(seed);
        List<List<LakeRow>> versions = [];
        for (var batch = 0; batch < 6; batch++)
        {
            var rows = Enumerable.Range(0, random.Next(5, 40)).Select(_ => LakeRow.Random(random, 40, 2)).ToList();
            if (random.Next(3) == 0)
            {
                rows.AddRange(Enumerable.Range(1, 10).Select(id => LakeRow.Removal(id, "ORG1")));
            }

            var commit = await lake.CommitAsync($"batch-{batch}", batch == 3 ? MergeMode.ReplaceOrganisations : MergeMode.Upsert, rows);
            if (commit.Changed)
            {
                versions.Add(await lake.RowsAsync());
            }
        }

        return versions;
    }

    private static string[] Names(LakeFixture lake) => [.. lake.Memory.Contents(Containers.Lake).Keys];

    /// <summary>True when any stored file, of a version or not, has a row of the person.</summary>
    private static async Task<bool> IsStoredAsync(LakeFixture lake, long person)
    {
        foreach (var (name, content) in lake.Memory.Contents(Containers.Lake).Where(b => b.Key.EndsWith(".parquet", StringComparison.Ordinal)))
        {
            await foreach (var rows in new Azure.Parquet.ParquetColumnFiles().ReadAsync(new MemoryStream(content.ToArray()), LakeFixture.Schema, default))
            {
                if (LakeFixture.Read(rows).Any(row => row.Patient == person))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
