using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Azure.Functions.Worker.Host.Blobs;

namespace FamilyHubs.Pipeline.StandInTests.Blobs.Host;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("landing/{area}/{extract}/SRManifest.csv", "essex/20260302_0200/SRManifest.csv", "area=essex,extract=20260302_0200")]
    [InlineData("landing/{area}/{extract}/SRManifest.csv", "essex/deep/20260302_0200/SRManifest.csv", "area=essex/deep,extract=20260302_0200")]
    [InlineData("landing/{area}/{extract}/SRManifest.csv", "essex/20260302_0200/SRManifest.csv.tmp", null)]
    [InlineData("landing/{area}/{extract}/SRManifest.csv", "essex/20260302_0200/srmanifest.csv", null)]
    [InlineData("landing/{area}/{extract}/SRManifest.csv", "essex/20260302_0200/SRManifestXcsv", null)]
    [InlineData("landing/{area}/returns/{name}.csv", "essex/returns/cafs.csv", "area=essex,name=cafs")]
    [InlineData("landing", "any/blob", "name=any/blob")]
    public void Match_Name_GivesTheNames(string path, string blob, string? expected)
    {
        var names = BlobPathPattern.Parse(path, "F").Match(blob);

        Assert.Equal(expected, names is null ? null : string.Join(',', names.Select(name => $"{name.Key}={name.Value}")));
    }

    [Theory]
    [InlineData("landing/in/{name}.csv", "landing", "in/")]
    [InlineData("landing/{name}.csv", "landing", "")]
    [InlineData("landing/in/one.csv", "landing", "in/one.csv")]
    public void Parse_Path_GivesContainerAndPrefix(string path, string container, string prefix)
    {
        var pattern = BlobPathPattern.Parse(path, "F");

        Assert.Equal((container, prefix), (pattern.Container, pattern.Prefix));
    }

    [Theory]
    [InlineData("{container}/x")]
    [InlineData("landing/")]
    [InlineData("/x")]
    [InlineData("landing/{}")]
    [InlineData("landing/{a")]
    [InlineData("landing/{a}-{a}")]
    public void Parse_BadPath_Throws(string path) => Assert.Throws<HostStartException>(() => BlobPathPattern.Parse(path, "F"));
}
