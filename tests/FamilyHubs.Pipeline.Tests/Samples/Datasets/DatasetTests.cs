using System.Security.Cryptography;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Cli.Samples.Datasets;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Samples.Datasets;

public sealed class DatasetTests
{
    public static TheoryData<string> Names => [.. DatasetCatalog.All.Select(dataset => dataset.Name)];

    [Fact]
    public void All_Shipped_AreThoseOfTheSpecification() => Assert.Equal(
        ["coventry-2013-14", "coventry-2017-01", "coventry-pilot", "essex-march-2019", "hackney-2019-03"],
        DatasetCatalog.All.Select(dataset => dataset.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Find_UnknownName_ListsTheNames()
    {
        var error = Assert.Throws<ArgumentException>(() => DatasetCatalog.Find("kent-1066"));

        Assert.StartsWith("There is no data set kent-1066: give one of ", error.Message, StringComparison.Ordinal);
        Assert.All(DatasetCatalog.All, dataset => Assert.Contains(dataset.Name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WriteAsync_Again_GivesTheSameBytes(string name)
    {
        using var one = new SampleFolder();
        using var other = new SampleFolder();
        var result = await WriteAsync(name, one.Path);
        await WriteAsync(name, other.Path);

        Assert.Equal(2, result.Batches.Count);
        var first = Hashes(one.Path);
        Assert.Equal(2 * 4 + result.References.Count + result.Returns.Count, first.Count);
        Assert.Equal(first, Hashes(other.Path));
    }

    [Fact]
    public async Task WriteAsync_BesideAnotherSet_IsRefused()
    {
        using var folder = new SampleFolder();
        Directory.CreateDirectory(Path.Combine(folder.Landing("hackney"), "20140505_0218"));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync("hackney-2019-03", folder.Path));

        Assert.Contains("20140505_0218", error.Message, StringComparison.Ordinal);
        Assert.Contains("--out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_NhsNumbers_AreOfTheTestRange()
    {
        using var folder = new SampleFolder();
        var result = await WriteAsync("hackney-2019-03", folder.Path);

        var numbers = new ReadBatch(result.Batches[0].Path).Rows("SRPatient").Select(row => row["NHSNumber"]).Where(number => number.Length > 0).ToArray();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.StartsWith("999", number, StringComparison.Ordinal));
    }

    private static async Task<SampleResult> WriteAsync(string name, string folder)
    {
        var dataset = DatasetCatalog.Find(name);
        return await DatasetExtracts.WriteAsync(
            dataset, await SampleFolder.ProfileAsync(dataset.Area), ContractCatalog.Shipped, folder, ListStyle.Text, CancellationToken.None);
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
