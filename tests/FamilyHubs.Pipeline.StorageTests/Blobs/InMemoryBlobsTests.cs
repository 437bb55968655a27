using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing;

namespace FamilyHubs.Pipeline.StorageTests.Blobs;

public sealed class InMemoryBlobsTests : BlobsContract
{
    protected override Task<(IBlobs Blobs, string Container)> NewAsync() =>
        Task.FromResult<(IBlobs, string)>((new InMemoryBlobs(TimeProvider.System), Containers.Landing));

    [Theory]
    [InlineData("")]
    [InlineData("essex/")]
    [InlineData("essex/a.")]
    [InlineData(@"essex\a")]
    public async Task Write_NameThatTheServiceWouldChange_IsRefused(string name)
    {
        var (blobs, container) = await NewAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => blobs.WriteAsync(container, name, Stream.Null, WriteCondition.Always, default));
    }
}
