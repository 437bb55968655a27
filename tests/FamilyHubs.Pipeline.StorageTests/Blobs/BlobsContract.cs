using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.StorageTests.Blobs;

/// <summary>What every <see cref="IBlobs"/> does.</summary>
public abstract class BlobsContract
{
    private const string Name = "essex/20190401_0200/SRManifest.csv";

    /// <summary>Blobs and an empty container.</summary>
    protected abstract Task<(IBlobs Blobs, string Container)> NewAsync();

    [Fact]
    public async Task Write_ThenRead_GivesTheSameBytes()
    {
        var (blobs, container) = await NewAsync();
        var content = TestBytes.Of(1000);

        var etag = await WriteAsync(blobs, container, Name, content);

        Assert.Equal(content, await ReadAsync(blobs, container, Name));
        var info = await blobs.FindAsync(container, Name, default);
        Assert.Equal((Name, 1000L, etag), (info!.Name, info.Length, info.ETag));
        Assert.Equal(0, info.LastModified.Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public async Task Write_EmptyContent_IsReadAsEmpty()
    {
        var (blobs, container) = await NewAsync();

        await WriteAsync(blobs, container, Name, []);

        await using var stream = await blobs.OpenReadAsync(container, Name, null, default);
        Assert.Equal(0, stream.Length);
        Assert.Equal(0, await stream.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Write_ForwardOnlyContentOfSeveralBlocks_IsWhole()
    {
        var (blobs, container) = await NewAsync();
        var content = TestBytes.Of(20_000_000);

        await blobs.WriteAsync(container, Name, new ForwardOnlyStream(content), WriteCondition.Absent, default);

        Assert.Equal(content, await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task Write_ContentFromAPositionOn_LeavesOutWhatIsBefore()
    {
        var (blobs, container) = await NewAsync();
        using var content = new MemoryStream([1, 2, 3, 4]) { Position = 2 };

        await blobs.WriteAsync(container, Name, content, WriteCondition.Always, default);

        Assert.Equal([3, 4], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task DeleteIfMatch_SameVersion_DeletesIt()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);

        Assert.True(await blobs.DeleteIfMatchAsync(container, Name, etag, default));

        Assert.Null(await blobs.FindAsync(container, Name, default));
        Assert.True(await blobs.DeleteIfMatchAsync(container, Name, etag, default));
    }

    [Fact]
    public async Task DeleteIfMatch_WrittenAnew_LeavesIt()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);
        await WriteAsync(blobs, container, Name, [2]);

        Assert.False(await blobs.DeleteIfMatchAsync(container, Name, etag, default));

        Assert.Equal([2], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task Write_Again_ReplacesAndChangesTheETag()
    {
        var (blobs, container) = await NewAsync();
        var first = await WriteAsync(blobs, container, Name, [1]);

        var second = await WriteAsync(blobs, container, Name, [2, 3]);

        Assert.NotEqual(first, second);
        Assert.Equal([2, 3], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task WriteAbsent_BlobExists_ConflictsEvenWithEqualContent()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, [1], WriteCondition.Absent);

        await Assert.ThrowsAsync<BlobConflictException>(() => WriteAsync(blobs, container, Name, [1], WriteCondition.Absent));
        await Assert.ThrowsAsync<BlobConflictException>(() => WriteAsync(blobs, container, Name, [2], WriteCondition.Absent));

        Assert.Equal([1], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task WriteAbsent_LargeBlobExists_Conflicts()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, [1]);

        await Assert.ThrowsAsync<BlobConflictException>(() => WriteAsync(blobs, container, Name, TestBytes.Of(9_000_000), WriteCondition.Absent));

        Assert.Equal([1], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task WriteMatches_CurrentETag_Replaces()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);

        await WriteAsync(blobs, container, Name, [2], WriteCondition.Matches(etag));

        Assert.Equal([2], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task WriteMatches_EarlierETag_Conflicts()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);
        await WriteAsync(blobs, container, Name, [2]);

        await Assert.ThrowsAsync<BlobConflictException>(() => WriteAsync(blobs, container, Name, [3], WriteCondition.Matches(etag)));
    }

    [Fact]
    public async Task WriteMatches_NoBlob_Conflicts()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);
        await blobs.DeleteAsync(container, Name, default);

        await Assert.ThrowsAsync<BlobConflictException>(() => WriteAsync(blobs, container, Name, [2], WriteCondition.Matches(etag)));
    }

    [Fact]
    public async Task WriteAbsent_TwoAtOnce_OneWins()
    {
        var (blobs, container) = await NewAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await WriteAsync(blobs, container, Name, [(byte)i], WriteCondition.Absent);
                return i;
            }
            catch (BlobConflictException)
            {
                return -1;
            }
        }));

        var winner = Assert.Single(results, i => i >= 0);
        Assert.Equal([(byte)winner], await ReadAsync(blobs, container, Name));
    }

    [Fact]
    public async Task Find_NoBlob_IsNull()
    {
        var (blobs, container) = await NewAsync();

        Assert.Null(await blobs.FindAsync(container, Name, default));
    }

    [Fact]
    public async Task OpenRead_NoBlob_Throws()
    {
        var (blobs, container) = await NewAsync();

        await Assert.ThrowsAsync<BlobNotFoundException>(() => blobs.OpenReadAsync(container, Name, null, default));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => blobs.OpenReadAsync(container, Name, "\"0x1\"", default));
    }

    [Fact]
    public async Task OpenRead_OtherETag_Conflicts()
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, [1]);
        await WriteAsync(blobs, container, Name, [2]);

        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.OpenReadAsync(container, Name, etag, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_BlobReplacedMeanwhile_ConflictsInsteadOfMixingVersions(bool byETag)
    {
        var (blobs, container) = await NewAsync();
        var etag = await WriteAsync(blobs, container, Name, TestBytes.Of(1_000_000, 1));
        await using var stream = await blobs.OpenReadAsync(container, Name, byETag ? etag : null, default);
        await stream.ReadExactlyAsync(new byte[10]);

        await WriteAsync(blobs, container, Name, TestBytes.Of(1_000_000, 2));

        await Assert.ThrowsAsync<BlobConflictException>(() => TestBytes.ReadAllAsync(stream));
    }

    [Fact]
    public async Task Read_BlobDeletedMeanwhile_Throws()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, TestBytes.Of(1_000_000));
        await using var stream = await blobs.OpenReadAsync(container, Name, null, default);

        await blobs.DeleteAsync(container, Name, default);

        // The service answers a condition on a missing blob with either.
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TestBytes.ReadAllAsync(stream));
        Assert.True(error is BlobNotFoundException or BlobConflictException, error.GetType().Name);
    }

    [Fact]
    public async Task Read_AnyPlaceInAnyOrder_GivesTheBytesOfThatPlace()
    {
        var (blobs, container) = await NewAsync();
        var content = TestBytes.Of(30_000_000);
        await WriteAsync(blobs, container, Name, content);
        await using var stream = await blobs.OpenReadAsync(container, Name, null, default);
        var random = new Random(7);
        var buffer = new byte[3_000_000];

        Assert.Equal(content.Length, stream.Length);
        for (var i = 0; i < 30; i++)
        {
            var from = i % 3 == 0 ? (int)stream.Position : random.Next(content.Length + 1);
            var length = Math.Min(random.Next(1, buffer.Length), content.Length - from);
            stream.Seek(from - content.Length, SeekOrigin.End);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length));
            Assert.True(buffer.AsSpan(0, length).SequenceEqual(content.AsSpan(from, length)), $"Bytes {from} to {from + length} differ.");
            Assert.Equal(from + length, stream.Position);
        }
    }

    [Fact]
    public async Task Read_PastTheEnd_GivesNothing()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, [1, 2]);
        await using var stream = await blobs.OpenReadAsync(container, Name, null, default);
        stream.Position = 10;

        Assert.Equal(0, await stream.ReadAsync(new byte[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
    }

    [Fact]
    public async Task Read_WithoutWaiting_Works()
    {
        var (blobs, container) = await NewAsync();
        var content = TestBytes.Of(300_000);
        await WriteAsync(blobs, container, Name, content);
        await using var stream = await blobs.OpenReadAsync(container, Name, null, default);
        var read = new byte[content.Length];

        stream.ReadExactly(read);

        Assert.Equal(content, read);
    }

    [Fact]
    public async Task List_Prefix_GivesThoseBlobsInOrdinalOrder()
    {
        var (blobs, container) = await NewAsync();
        string[] names = ["essex/b", "essex/B", "essex/a/1", "essex/a-1", "essex/a0", "essexes/1", "coventry/1", "essex/é"];
        foreach (var name in names) await WriteAsync(blobs, container, name, [1]);

        var listed = await ListAsync(blobs, container, "essex/");

        Assert.Equal(names.Where(name => name.StartsWith("essex/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Select(blob => blob.Name));
        Assert.Equal(names.Length, (await ListAsync(blobs, container, "")).Count);
        Assert.Empty(await ListAsync(blobs, container, "hackney/"));
    }

    [Fact]
    public async Task List_Blob_GivesWhatFindGives()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, [1, 2, 3]);

        Assert.Equal(await blobs.FindAsync(container, Name, default), Assert.Single(await ListAsync(blobs, container, "")));
    }

    [Fact]
    public async Task Delete_Twice_LeavesNothing()
    {
        var (blobs, container) = await NewAsync();
        await WriteAsync(blobs, container, Name, [1]);

        await blobs.DeleteAsync(container, Name, default);
        await blobs.DeleteAsync(container, Name, default);

        Assert.Null(await blobs.FindAsync(container, Name, default));
    }

    [Theory]
    [InlineData("essex/a b/c.csv")]
    [InlineData("essex/50%.csv")]
    [InlineData("essex/a+b&c=d?e#f.csv")]
    [InlineData("essex/été/日本.csv")]
    [InlineData("essex/it's [1] (2).csv")]
    public async Task Names_OfOddCharacters_AreKept(string name)
    {
        var (blobs, container) = await NewAsync();

        await WriteAsync(blobs, container, name, [7]);

        Assert.Equal([7], await ReadAsync(blobs, container, name));
        Assert.Equal(name, Assert.Single(await ListAsync(blobs, container, "essex/")).Name);
    }

    [Fact]
    public async Task ContainerMissing_EverythingSaysSo()
    {
        var (blobs, _) = await NewAsync();
        const string missing = "no-such-container";

        foreach (var use in new Func<Task>[]
        {
            () => blobs.FindAsync(missing, Name, default),
            () => blobs.OpenReadAsync(missing, Name, null, default),
            () => ListAsync(blobs, missing, ""),
            () => WriteAsync(blobs, missing, Name, [1]),
            () => WriteAsync(blobs, missing, Name, [1], WriteCondition.Absent),
            () => blobs.DeleteAsync(missing, Name, default),
        })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(use);
            Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cancelled_BeforeTheCall_Throws()
    {
        var (blobs, container) = await NewAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => blobs.FindAsync(container, Name, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => blobs.WriteAsync(container, Name, new MemoryStream([1]), WriteCondition.Always, cancelled));
        Assert.Null(await blobs.FindAsync(container, Name, default));
    }

    private static Task<string> WriteAsync(IBlobs blobs, string container, string name, byte[] content, WriteCondition? condition = null) =>
        blobs.WriteAsync(container, name, new MemoryStream(content), condition ?? WriteCondition.Always, default);

    private static async Task<byte[]> ReadAsync(IBlobs blobs, string container, string name) =>
        await TestBytes.ReadAllAsync(await blobs.OpenReadAsync(container, name, null, default));

    private static async Task<List<BlobInfo>> ListAsync(IBlobs blobs, string container, string prefix)
    {
        var found = new List<BlobInfo>();
        await foreach (var blob in blobs.ListAsync(container, prefix, default)) found.Add(blob);
        return found;
    }
}
