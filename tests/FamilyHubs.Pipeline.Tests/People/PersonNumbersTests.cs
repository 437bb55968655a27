using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class PersonNumbersTests
{
    /// <summary>Dense, sparse, clustered at both ends, over the whole range of the type, one alone.</summary>
    public static TheoryData<long[]> Ascending => new()
    {
        { [.. Enumerable.Range(0, 5000).Select(n => 1_000_000L + n)] },
        { [.. Enumerable.Range(0, 5000).Select(n => n * 7919L * 104_729)] },
        { [.. Enumerable.Range(0, 3000).Select(n => (long)n), .. Enumerable.Range(0, 3000).Select(n => 9_000_000_000_000L + n)] },
        { [long.MinValue, -3, 0, 1, 2, long.MaxValue] },
        { [42] },
    };

    [Theory]
    [MemberData(nameof(Ascending))]
    public void Find_AscendingIds_GivesEachItsNumberAndOthersNone(long[] ids)
    {
        var numbers = Of(ids);

        Assert.Equal(ids.Length, numbers.Count);
        Assert.All(ids.Index(), each => Assert.Equal(each.Index, numbers.Find(each.Item)));
        var known = ids.ToHashSet();
        foreach (var id in ids.SelectMany(id => (long[])[id - 1, id + 1, id ^ (1L << 40)]).Where(id => !known.Contains(id)))
        {
            Assert.Equal(-1, numbers.Find(id));
        }
    }

    [Fact]
    public void Find_IdsInAnyOrder_GivesEachItsNumber()
    {
        long[] ids = [5, 9, 7, -1, 100, 6];
        var numbers = Of(ids);

        Assert.All(ids.Index(), each => Assert.Equal(each.Index, numbers.Find(each.Item)));
        Assert.Equal(-1, numbers.Find(8));
        Assert.Equal(100, numbers[4]);
    }

    [Fact]
    public void Find_IdsAddedAfterASearch_FindsThem()
    {
        var numbers = Of([1, 5]);
        Assert.Equal(1, numbers.Find(5));

        Assert.True(numbers.TryAdd(6));

        Assert.Equal(2, numbers.Find(6));
        Assert.Equal(1, numbers.Find(5));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public void TryAdd_IdThatIsThere_IsRefused(long again)
    {
        var numbers = Of([1, 5, 9]);

        Assert.False(numbers.TryAdd(again));
        Assert.Equal(3, numbers.Count);
    }

    [Fact]
    public void Find_NoIds_GivesNone() => Assert.Equal(-1, new PersonNumbers().Find(0));

    private static PersonNumbers Of(long[] ids)
    {
        var numbers = new PersonNumbers();
        Assert.All(ids, id => Assert.True(numbers.TryAdd(id)));
        return numbers;
    }
}
