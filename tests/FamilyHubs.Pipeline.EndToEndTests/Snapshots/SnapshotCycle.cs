using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Snapshots;

/// <summary>
/// Sample extracts of Essex: the snapshots of January and February, that of March from the batch of 1 April, and its second revision from that of
/// 8 April.
/// </summary>
public sealed class SnapshotCycle : IAsyncLifetime, IDisposable
{
    public const string Commissioner = "commissioner@example.org";

    private readonly TemporaryFolder _folder = new();

    public Store Store { get; } = new();

    /// <summary>Copies of the containers: <c>snapshots/essex/…</c> and <c>lake/essex/…</c>.</summary>
    public string Folder => _folder.Path;

    /// <summary>What the command said when it made the second revision.</summary>
    public string Said { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        (await Store.RunAsync("generate", "--area", "essex", "--children", "12000", "--from", "2019-03-25", "--to", "2019-04-08", "--out", _folder.Path)).Ended(0);
        var landing = Path.Combine(_folder.Path, "landing", "essex");
        await CsvFile.WriteAsync(
            landing,
            "reference/recipients.csv",
            "Email,Name,Roles,AreaCodes,Reports",
            $"{Commissioner},County Commissioner,commissioner,E10000012,monthly",
            "manager@example.org,Colchester Manager,manager,E07000071,weekly",
            "norole@example.org,No Role,,E10000012,monthly",
            "lost@example.org,Of Another Place,commissioner,E99999999,monthly");
        var late = Directory.GetDirectories(landing, "20190408_*").Single();
        Directory.Move(late, Path.Combine(Directory.CreateDirectory(_folder.Below("later")).FullName, Path.GetFileName(late)));

        (await Store.RunAsync("ingest", landing, "--area", "essex")).Ended(0);
        (await Store.RunAsync("backfill", "monthly", "--area", "essex", "--from", "2019-01", "--to", "2019-02")).Ended(0);
        await PublishAsync("2019-01");
        await PublishAsync("2019-02");
        await PublishAsync();
        (await Store.RunAsync("ingest", _folder.Below("later"), "--area", "essex")).Ended(0);
        Said = (await PublishAsync()).Out;
        await Store.SaveAsync("snapshots", string.Empty, _folder.Below("snapshots"));
        await Store.SaveAsync("lake", string.Empty, _folder.Below("lake"));
    }

    public Task DisposeAsync() => Store.DisposeAsync();

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Folder of a revision.</summary>
    public string Revision(int number) => Path.Combine(_folder.Path, "snapshots", "essex", "2019-03", $"r{number}");

    internal string FileFor(string name) => Path.Combine(_folder.Path, name);

    private async Task<CommandResult> PublishAsync(string month = "2019-03") => (await Store.RunAsync("monthly", "--area", "essex", "--month", month, "--publish")).Ended(0);
}
