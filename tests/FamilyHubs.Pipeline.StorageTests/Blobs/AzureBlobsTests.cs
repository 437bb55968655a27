using Azure.Core;
using FamilyHubs.Pipeline.Azure.Blobs;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.StorageTests.Blobs;

[Collection(AzuriteTests.Name)]
public sealed class AzureBlobsTests(AzuriteFixture azurite) : BlobsContract
{
    private const string Name = "essex/_delta_log/00000000000000000001.json";

    [Theory]
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(9_000_000, true)]
    [InlineData(9_000_000, false)]
    public async Task WriteAbsent_AnswerLostAfterTheWrite_IsTheOwnWrite(int length, bool seekable)
    {
        var (container, transport) = (await azurite.NewContainerAsync(), new LosingTransport());
        var blobs = new AzureBlobs(azurite.BlobService(transport));
        var content = TestBytes.Of(length);
        transport.LoseNext(RequestMethod.Put);

        var etag = await blobs.WriteAsync(container, Name, Content(content, seekable), WriteCondition.Absent, default);

        Assert.Equal(1, transport.Lost);
        Assert.Equal(etag, (await blobs.FindAsync(container, Name, default))!.ETag);
        Assert.Equal(content, await TestBytes.ReadAllAsync(await blobs.OpenReadAsync(container, Name, null, default)));
    }

    [Fact]
    public async Task WriteMatches_AnswerLostAfterTheWrite_IsTheOwnWrite()
    {
        var (container, transport) = (await azurite.NewContainerAsync(), new LosingTransport());
        var blobs = new AzureBlobs(azurite.BlobService(transport));
        var before = await blobs.WriteAsync(container, Name, new MemoryStream([1]), WriteCondition.Always, default);
        transport.LoseNext(RequestMethod.Put);

        var after = await blobs.WriteAsync(container, Name, new MemoryStream([2]), WriteCondition.Matches(before), default);

        Assert.Equal(after, (await blobs.FindAsync(container, Name, default))!.ETag);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task WriteAbsent_AnswerLostAndReplacedByAnother_Conflicts()
    {
        var container = await azurite.NewContainerAsync();
        var other = new AzureBlobs(azurite.BlobService());
        var transport = new LosingTransport { Meanwhile = () => other.WriteAsync(container, Name, new MemoryStream([9]), WriteCondition.Always, default) };
        var blobs = new AzureBlobs(azurite.BlobService(transport));
        transport.LoseNext(RequestMethod.Put);

        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.WriteAsync(container, Name, new MemoryStream([1]), WriteCondition.Absent, default));

        Assert.Equal(1, transport.Lost);
    }

    [Fact]
    public async Task Dispose_WhileReadingAhead_EndsQuietly()
    {
        var container = await azurite.NewContainerAsync();
        var blobs = new AzureBlobs(azurite.BlobService());
        await blobs.WriteAsync(container, Name, new MemoryStream(TestBytes.Of(20_000_000)), WriteCondition.Always, default);
        var stream = await blobs.OpenReadAsync(container, Name, null, default);
        await stream.ReadExactlyAsync(new byte[6_000_000]);

        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadExactlyAsync(new byte[1]));
    }

    protected override async Task<(IBlobs Blobs, string Container)> NewAsync() =>
        (new AzureBlobs(azurite.BlobService()), await azurite.NewContainerAsync());

    private static Stream Content(byte[] content, bool seekable) => seekable ? new MemoryStream(content) : new ForwardOnlyStream(content);
}
