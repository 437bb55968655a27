using System.Globalization;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class SampleExtractsTests(WrittenSample sample) : IClassFixture<WrittenSample>
{
    [Fact]
    public void Batches_ThreeWeeks_AreOneFullAndADeltaEachMonday()
    {
        Assert.Equal(["20190311", "20190318", "20190325", "20190401"], sample.Result.Batches.Select(batch => batch.Extract[..8]));
        Assert.All(sample.Batches[0].Manifest.Skip(1), entry => Assert.Equal(("N", ""), (entry[1], entry[3])));
    }

    [Fact]
    public void Manifest_EachBatch_ListsTheZipAndJoinsUpInTime()
    {
        for (var i = 0; i < sample.Batches.Count; i++)
        {
            var manifest = sample.Batches[i].Manifest;
            Assert.Equal(["FileName", "IsDelta", "IsReference", "DateExtractFrom", "DateExtractTo"], manifest[0]);
            Assert.Equal(sample.Batches[i].Tables.Keys.Order(StringComparer.Ordinal), manifest.Skip(1).Select(entry => entry[0]));
            Assert.All(manifest.Skip(1), entry => Assert.Equal(sample.Result.Batches[i].Extract, entry[4]));
            if (i > 0)
            {
                Assert.All(
                    manifest.Skip(1).Where(entry => entry[0] != "SRPatientRemovedByContentFilter"),
                    entry => Assert.Equal(("Y", sample.Result.Batches[i - 1].Extract), (entry[1], entry[3])));
            }
        }
    }

    [Fact]
    public void Tables_InScope_HaveTheColumnsOfTheirContractInItsOrder()
    {
        foreach (var contract in ContractCatalog.Shipped.ExtractTables.Where(contract => contract.Table is not ("SRMapping" or "SRMappingGroup")))
        {
            var columns = contract.Columns.Select(column => column.Name).ToArray();
            Assert.Equal(columns, sample.Batches[0].Tables[contract.Table][0]);
            string[] delta = contract.Find("RowIdentifier") is null ? columns : [.. columns, "RemovedData"];
            Assert.Equal(delta, sample.Batches[1].Tables[contract.Table][0]);
        }
    }

    [Fact]
    public void Records_EachTable_HaveAsManyFieldsAsTheHeader() =>
        Assert.All(
            sample.Batches.SelectMany(batch => batch.Tables.Values),
            records => Assert.All(records, record => Assert.Equal(records[0].Length, record.Length)));

    [Fact]
    public void Deltas_RemovedRows_AreOfRowsThatAreThere()
    {
        var removed = 0;
        foreach (var table in sample.Batches[0].Tables.Keys.Where(table => table != "SRPatientRemovedByContentFilter"))
        {
            HashSet<string> there = [];
            foreach (var batch in sample.Batches)
            {
                foreach (var row in batch.Rows(table))
                {
                    var key = row["RowIdentifier"] + "|" + row.GetValueOrDefault("IDOrganisationVisibleTo");
                    if (row.GetValueOrDefault("RemovedData") != "1")
                    {
                        there.Add(key);
                        continue;
                    }

                    removed++;
                    Assert.True(there.Remove(key), $"{table} takes away a row that is not there.");
                    Assert.All(row.Where(cell => cell.Key is not ("RowIdentifier" or "IDOrganisationVisibleTo" or "RemovedData")), cell => Assert.Empty(cell.Value));
                }
            }
        }

        Assert.True(removed > 20, "Too few rows are taken away for the deltas to be of use.");
    }

    [Fact]
    public void Deltas_Upserts_AreNewRowsAndChangedOnes()
    {
        var known = sample.Batches[0].Rows("SRVisit").ToDictionary(row => (row["RowIdentifier"], row["IDOrganisationVisibleTo"]), row => row["CurrentStatus"]);
        var later = sample.Batches[1].Rows("SRVisit").Where(row => row["RemovedData"] == "0").ToList();
        var changed = later.Where(row => known.ContainsKey((row["RowIdentifier"], row["IDOrganisationVisibleTo"]))).ToList();
        Assert.NotEmpty(changed);
        Assert.True(changed.Count < later.Count);
        Assert.All(changed, row => Assert.NotEqual(known[(row["RowIdentifier"], row["IDOrganisationVisibleTo"])], row["CurrentStatus"]));
    }

    [Fact]
    public void NhsNumbers_AllPeople_AreOfTheTestRangeValidAndTheirOwn()
    {
        var numbers = sample.Batches.SelectMany(batch => batch.Rows("SRPatient"))
            .Where(row => row["NHSNumber"].Length > 0).Select(row => (row["NHSNumber"], row["RowIdentifier"])).Distinct().ToList();
        Assert.Equal(numbers.Count, numbers.Select(number => number.Item1).Distinct().Count());
        Assert.All(numbers, number => Assert.True(number.Item1.StartsWith("999", StringComparison.Ordinal) && NhsNumbersTests.IsValid(number.Item1)));
    }

    [Fact]
    public async Task Homes_AllDistricts_ArePopulated()
    {
        var profile = await SampleFolder.ProfileAsync("essex");
        var districts = File.ReadLines(Path.Combine(sample.Landing, "reference", "postcodes.csv")).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
        var lived = sample.Batches[0].Rows("SRPatientAddressHistory").Select(row => districts.GetValueOrDefault(row["FullPostCode"])).ToHashSet();
        Assert.All(profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts), district => Assert.Contains(district.Code, lived));
        Assert.Contains("ZX-NEXT", lived);
        Assert.Contains(null, lived);
    }

    [Fact]
    public void Records_VisibleToTwo_ComeTwice()
    {
        var organisations = sample.Batches[0].Rows("SRPatient").GroupBy(row => row["RowIdentifier"]).Select(rows => rows.Count()).ToList();
        Assert.Contains(1, organisations);
        Assert.Contains(2, organisations);
        Assert.Equal(["ZE001", "ZE002"], sample.Batches[0].Rows("SREvent").Select(row => row["IDOrganisationVisibleTo"]).Distinct().Order());
    }

    [Fact]
    public void Texts_FreeText_HaveLinesQuotesAndCharactersOfWindows1252()
    {
        // Reading them already proves that every byte is defined: the test's decoder throws.
        var notes = sample.Batches[0].Rows("SRSpecialNotes").Select(row => row["Note"]).ToList();
        Assert.Contains(notes, note => note.Contains('\n'));
        Assert.Contains(notes, note => note.Contains('"'));
        Assert.Contains('\u2019', sample.Batches[0].Texts["SRPatient"]);
        Assert.Matches("\r\n[0-9]+,\"[^\"\r\n]+\",|\r\n[0-9]+,[^\"\r\n]+,\"", sample.Batches[0].Texts["SREvent"]);
    }

    [Fact]
    public void Dates_Patients_HaveNoSecondsOthersHave()
    {
        Assert.All(
            sample.Batches[0].Rows("SRPatient"),
            row => Assert.True(DateTime.TryParseExact(row["DateBirth"], "dd MMM yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        Assert.All(
            sample.Batches[0].Rows("SREvent"),
            row => Assert.True(DateTime.TryParseExact(row["DateEvent"], "dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    [Fact]
    public void Recipients_Essex_HaveAManagerForEachPlace()
    {
        var lines = File.ReadAllLines(Path.Combine(sample.Landing, "reference", "recipients.csv"));
        Assert.Equal("Email,Name,Roles,AreaCodes,Reports", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Contains("@example.org,", line, StringComparison.Ordinal));
        Assert.Equal(12, lines.Count(line => line.Contains(",manager,E07", StringComparison.Ordinal) && line.EndsWith(",weekly;monthly", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(",commissioner,E10000012,monthly", StringComparison.Ordinal));
    }

    [Fact]
    public void Estart_Rows_AreDatedBeforeItWasReplacedAndMostlyOfPeopleOnRecord()
    {
        var people = sample.Batches[0].Rows("SRPatient").Select(row => row["RowIdentifier"]).ToHashSet();
        var rows = File.ReadLines(Path.Combine(sample.Landing, "returns", "estart-history.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(string.CompareOrdinal(row[4], "2018-05-01") < 0));
        Assert.True(rows.Count(row => people.Contains(row[0])) > rows.Count * 9 / 10);
    }
}
