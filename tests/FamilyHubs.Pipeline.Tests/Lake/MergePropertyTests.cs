using System.Globalization;
using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Random batches against a dictionary: rows and counts are the same at every version.</summary>
public sealed class MergePropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Commit_RandomBatches_EqualsModelAtEveryVersion(int seed)
    {
        var random = new Random(seed);
        var lake = new LakeFixture(new LakeOptions
        {
            RunRows = random.Next(3, 20),
            StagingBytes = random.Next(3) switch { 0 => 0, 1 => 900, _ => 1 << 20 },
            FileRows = random.Next(4, 24),
            RowGroupRows = random.Next(2, 9),
            Parallelism = random.Next(1, 4),
        });
        var model = new LakeModel();
        var versions = new Dictionary<long, IReadOnlyList<LakeRow>>();
        var lastBatch = new List<LakeRow>();
        var lastMode = MergeMode.Upsert;
        for (var step = 0; step < 14; step++)
        {
            var name = step.ToString(CultureInfo.InvariantCulture);
            TableCommit expected, actual;
            if (random.Next(6) == 0)
            {
                var patients = Enumerable.Range(0, 2)
                    .Select(_ => (random.NextInt64(1, 6), "ORG" + random.Next(3).ToString(CultureInfo.InvariantCulture)))
                    .ToHashSet();
                var source = new CommitSource(name, name);
                var removed = await lake.Store.RemovePatientsAsync(LakeFixture.Area, LakeFixture.Schema, patients, source, onto: null, default);
                if (removed is null)
                {
                    Assert.Empty(versions);
                    continue;
                }

                (actual, expected) = (removed, model.Remove(patients));
            }
            else
            {
                if (random.Next(5) > 0)
                {
                    lastBatch = Batch(random);
                    lastMode = random.Next(4) switch { 0 => MergeMode.ReplaceAll, 1 => MergeMode.ReplaceOrganisations, _ => MergeMode.Upsert };
                }

                expected = model.Apply(lastBatch, lastMode);
                actual = await lake.CommitAsync(name, lastMode, lastBatch);
            }

            Assert.Equal(expected with { Version = actual.Version }, actual);
            Assert.Equal(versions.Count - (actual.Changed ? 0 : 1), actual.Version);
            if (actual.Changed) versions.Add(actual.Version, model.Rows);
            await CheckLayoutAsync(lake);
        }

        foreach (var (version, rows) in versions)
        {
            Assert.Equal(rows, await lake.RowsAsync(version));
        }
    }

    private static List<LakeRow> Batch(Random random)
    {
        var ids = random.Next(5, 90);
        var organisations = random.Next(1, 4);
        var rows = new List<LakeRow>();
        for (var i = random.Next(60); i > 0; i--)
        {
            var row = LakeRow.Random(random, ids, organisations);
            if (random.Next(8) == 0) row = LakeRow.Removal(row.Id, row.Organisation);
            rows.Add(row);
            if (random.Next(12) == 0) rows.Add(row);
        }

        if (random.Next(3) == 0) rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        return rows;
    }

    /// <summary>Files cover disjoint ranges, in order, each with the rows it says, none of an unbounded size.</summary>
    private static async Task CheckLayoutAsync(LakeFixture lake)
    {
        var state = await lake.Store.FindAsync(LakeFixture.Area, "SRTest", null, default);
        for (var i = 1; i < (state?.Files.Count ?? 0); i++)
        {
            Assert.True(state!.Files[i - 1].LastLead < state.Files[i].FirstLead);
        }

        var rows = await lake.RowsAsync();
        Assert.Equal(rows.Select(row => row.Key), rows.Select(row => row.Key).Order());
        Assert.Equal(state?.Rows ?? 0, rows.Count);
    }
}
