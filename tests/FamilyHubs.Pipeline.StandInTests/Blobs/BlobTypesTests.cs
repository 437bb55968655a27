using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FamilyHubs.Pipeline.StandInTests.Blobs;

public sealed class BlobTypesTests
{
    [Fact]
    public void BlobTrigger_Defaults_AreTheHostsAccountAndScan()
    {
        var trigger = new BlobTriggerAttribute("landing/{area}/{extract}/SRManifest.csv");

        Assert.Equal("landing/{area}/{extract}/SRManifest.csv", trigger.BlobPath);
        Assert.Null(trigger.Connection);
        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, trigger.Source);
        Assert.IsType<TriggerBindingAttribute>(trigger, exactMatch: false);
    }

    [Fact]
    public void BlobTriggerSource_Numbers_AreTheHosts()
    {
        Assert.Equal(0, (int)BlobTriggerSource.LogsAndContainerScan);
        Assert.Equal(1, (int)BlobTriggerSource.EventGrid);
    }
}
