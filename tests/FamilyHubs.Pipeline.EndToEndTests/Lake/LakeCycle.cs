using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Lake;

/// <summary>
/// A full batch and eleven deltas of a few people, a partner's return and a weekly report; one person, <see cref="Person"/>, is in every store. Then
/// all that an operator does to the lake: upkeep without history, a corrected row, the person forgotten, the next full batch, upkeep of what is published too.
/// </summary>
public sealed class LakeCycle : IAsyncLifetime, IDisposable
{
    public const string Area = "essex";
    public const long Person = 7_654_321_098;
    public const string NhsNumber = "9990000018";
    public const string Surname = "Zzyzxforgotten";
    public const string Corrected = "20190325_0215";

    private readonly TemporaryFolder _folder = new();

    public Store Store { get; } = new();

    /// <summary>What forgetting the person told.</summary>
    public JsonElement Forgotten { get; private set; }

    /// <summary>What forgetting told that would be removed.</summary>
    public JsonElement Told { get; private set; }

    /// <summary>What the replay told.</summary>
    public JsonElement Replayed { get; private set; }

    /// <summary>What the two upkeeps told.</summary>
    public IReadOnlyList<JsonElement> Kept { get; private set; } = [];

    /// <summary>Weekly reports of an old extract: before an upkeep that keeps no history, after it, and after the person was forgotten.</summary>
    public IReadOnlyList<JsonElement> Weeks { get; private set; } = [];

    /// <summary>Folders of the lake copied out of storage: after the first upkeep, and at the end.</summary>
    public IReadOnlyList<string> Lakes { get; private set; } = [];

    /// <summary>The ledger at the same moments.</summary>
    public IReadOnlyList<JsonElement> Ledgers { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        await IngestAsync();
        var before = await WeekAsync();
        var first = await KeepAsync("--history-days", "0");
        List<string> lakes = [await SaveLakeAsync("first")];
        List<JsonElement> ledgers = [await LedgerAsync()];
        var after = await WeekAsync();

        Replayed = await ReplayAsync();
        Told = await ForgetAsync("--dry-run");
        Forgotten = await ForgetAsync();
        var later = await WeekAsync();
        await People.Full("20190408_0215").WriteAsync(_folder.Below("again"));
        (await Store.RunAsync("ingest", _folder.Below("again"), "--area", Area)).Ended(0);
        Kept = [first, await KeepAsync("--history-days", "0", "--published-days", "0")];
        Weeks = [before, after, later];
        lakes.Add(await SaveLakeAsync("last"));
        ledgers.Add(await LedgerAsync());
        (Lakes, Ledgers) = (lakes, ledgers);
    }

    public Task DisposeAsync() => Store.DisposeAsync();

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Path of a file for a test's own use.</summary>
    internal string FileFor(string name) => Path.Combine(_folder.Path, name);

    private async Task IngestAsync()
    {
        var input = _folder.Below("in");
        await People.Full(Corrected).WriteAsync(input);
        await CsvFile.WriteAsync(input, "reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile", "CO1 1AA,E07000071,E01021600,1");
        await CsvFile.WriteAsync(
            input, "returns/estart-old.csv", "PersonRef,DateBirth,PostcodeSector,Group,From,To", $"{Person},2016-05,CO1 1,Low Income,2017-01-01,");
        (await Store.RunAsync("ingest", input, "--area", Area)).Ended(0);

        // Published from the first batch: upkeep keeps what it was made from although no history is kept.
        (await Store.RunAsync("weekly", "--area", Area, "--week", "2019-W12", "--send")).Ended(0);
        var deltas = _folder.Below("deltas");
        for (var day = 1; day <= People.Deltas; day++)
        {
            await People.Delta(day).WriteAsync(deltas);
        }

        (await Store.RunAsync("ingest", deltas, "--area", Area)).Ended(0);
        (await Store.RunAsync("weekly", "--area", Area, "--week", "2019-W13", "--send")).Ended(0);
    }

    private async Task<JsonElement> WeekAsync() =>
        (await Store.RunAsync("weekly", "--area", Area, "--week", "2019-W12", "--extract", Corrected, "--json", "--all")).Ended(0).Json();

    private async Task<JsonElement> KeepAsync(params string[] more) => (await Store.RunAsync(["lake", "upkeep", "--area", Area, "--json", .. more])).Ended(0).Json();

    private async Task<JsonElement> ForgetAsync(params string[] more) => (await Store.RunAsync(
        ["person", "forget", "--area", Area, "--person", $"{Person}", "--reason", "REQ-17", "--json", .. more])).Ended(0).Json();

    private async Task<JsonElement> ReplayAsync()
    {
        var file = Path.Combine(_folder.Below("corrected", Corrected), "SRPatientGroups.csv");
        await File.WriteAllTextAsync(file, People.CorrectedGroup);
        return (await Store.RunAsync("quarantine", "replay", file, "--area", Area, "--json")).Ended(0).Json();
    }

    private async Task<JsonElement> LedgerAsync() => (await Store.RunAsync("extracts", "--area", Area, "--json")).Ended(0).Json();

    private async Task<string> SaveLakeAsync(string name)
    {
        var folder = _folder.Below("lake", name);
        await Store.SaveAsync("lake", $"{Area}/", folder);
        return folder;
    }
}
