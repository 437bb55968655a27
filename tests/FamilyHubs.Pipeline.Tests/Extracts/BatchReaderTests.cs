using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Extracts;

public sealed class BatchReaderTests
{
    private const string Groups = "RowIdentifier,IDOrganisationVisibleTo,DateEvent,Name,IDPatient,RemovedData\r\n";

    [Fact]
    public async Task ReadAsync_WholeBatch_GivesTypedRowsAndCounts()
    {
        var sink = new RowsSink();
        await using var batch = new TestBatch()
            .Listing("SRPatientGroups,Y,N,20190330_0300,20190331_0300")
            .With("SRPatientGroups.csv", Groups
                + "1,A1,29 Mar 2019 09:30:00,\"Young \"\"carer\"\"\",77,0\r\n"
                + "2,A1,29 Mar 2019,Lone parent,-1,0\r\n"
                + "3,A1,,,,1\r\n");
        await using var reading = await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, TestBatch.Settings)
            .ReadAsync(batch, BatchHistory.None, _ => sink, null, CancellationToken.None);

        Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
        var table = Assert.Single(reading.Tables);
        Assert.Equal((3, 2, 1, 1), (table.Rows, table.Kept, table.Removed, table.Refused.Count));
        Assert.Equal(
            [
                "RowIdentifier=1|IDOrganisationVisibleTo=A1|DateEvent=2019-03-29T09:30:00|Name=Young \"carer\"|IDPatient=77|RemovedData=false",
                "RowIdentifier=3|IDOrganisationVisibleTo=A1|RemovedData=true",
            ],
            sink.Rows.Select(r => r.Replace(RowsSink.Separator, '|')));
        Assert.Equal(new Refusal("SRPatientGroups", 3, "IDPatient", ReasonCodes.MissingKey), Assert.Single(table.Refused.First));
    }
}
