using FamilyHubs.Pipeline.EndToEndTests.Faults;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Recipients;

/// <summary>Who gets a mail, and that each gets it once (product.md, What may travel in an e-mail).</summary>
[Collection(SharedStore.Name)]
public sealed class RecipientsTests(Store store)
{
    private const string Header = "Email,Name,Roles,AreaCodes,Reports";

    [Fact]
    public async Task Ingest_RoleOrReportThatDoesNotExist_IsKeptWithAWarning()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("slips");
        var file = await CsvFile.WriteAsync(
            folder.Path, "reference/recipients.csv", Header, "one@example.org,One,manger,E07000071,weekly", "two@example.org,Two,manager,E07000071,dayly");

        var ingest = (await store.RunAsync("ingest", file, "--area", "slips")).Ended(0);

        Assert.Contains("2 rows in, 0 refused", ingest.Out, StringComparison.Ordinal);
        Assert.Contains("unknown-role at Recipients, Roles: Row 1", ingest.Out, StringComparison.Ordinal);
        Assert.Contains("unknown-report at Recipients, Reports: Row 2", ingest.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("manger", ingest.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_BadRecipients_AreRefusedByRowAndTheOthersKept()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("people");
        var file = await CsvFile.WriteAsync(
            folder.Path,
            "reference/recipients.csv",
            Header,
            ",No Address,manager,E07000071,weekly", // line 2
            "One.Manager@example.org,One,manager,E07000071,weekly;monthly",
            "two@example.org,Two,manager,E07009999,weekly", // line 4: no such district
            "three.example.org,Three,manager,E07000071,weekly", // line 5: no address
            "one.manager@EXAMPLE.org,One again,manager,E07000076,weekly", // line 6: came before
            "five@example.org,Five,commissioner,E10000012,monthly",
            "six@example.org,Six,manager,NE;E07000070,weekly");

        var ingest = (await store.RunAsync("ingest", file, "--area", "people")).Ended(0);

        Assert.Contains("missing-key at Recipients, line 2, Email", ingest.Out, StringComparison.Ordinal);
        Assert.Contains("unknown-area at Recipients, line 4, AreaCodes", ingest.Out, StringComparison.Ordinal);
        Assert.Contains("bad-address at Recipients, line 5, Email", ingest.Out, StringComparison.Ordinal);
        Assert.Contains("duplicate-recipient at Recipients, line 6, Email", ingest.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", ingest.Out, StringComparison.OrdinalIgnoreCase);
        var entry = (await store.RunAsync("extracts", "--area", "people", "--json")).Ended(0).Json()[0];
        Assert.Equal(["Recipients|7|3|4"], ReportRows.Of(entry, "tables", "table rows kept refused"));
        Assert.Equal(
            [
                "reference/recipients.csv|Recipients|2|Email|missing-key",
                "reference/recipients.csv|Recipients|4|AreaCodes|unknown-area",
                "reference/recipients.csv|Recipients|5|Email|bad-address",
                "reference/recipients.csv|Recipients|6|Email|duplicate-recipient",
            ],
            ReportRows.Of(
                (await store.RunAsync("quarantine", "list", "--area", "people", "--json")).Ended(0).Json(), "rows", "extract table line column reason"));
    }

    [Fact]
    public async Task Send_Twice_MailsOnceAndAgainOnlyWhenAsked()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("once");
        await CsvFile.WriteAsync(
            folder.Path,
            "reference/recipients.csv",
            Header,
            "colchester@example.org,Colchester Manager,manager,E07000071,weekly",
            "essex@example.org,Essex Manager,manager,E10000012,weekly;monthly",
            "monthly@example.org,Monthly Reader,commissioner,E10000012,monthly");
        await FaultExtract.Good().WriteAsync(folder.Path);
        (await store.RunAsync("ingest", folder.Path, "--area", "once")).Ended(0);
        var before = store.Mails().Count;

        var first = await SendAsync();
        var mails = store.Mails().Skip(before).Select(Path.GetFileName).ToArray();
        var second = await SendAsync();
        var again = await SendAsync("--resend");

        Assert.Contains("2 recipients: 2 mails handed over now; 2 accepted in all", first.Out, StringComparison.Ordinal);
        Assert.Equal(2, mails.Length);
        Assert.Contains("-colchester@example.org", mails[0], StringComparison.Ordinal);
        Assert.Contains("-essex@example.org", mails[1], StringComparison.Ordinal);
        Assert.Contains("0 mails handed over now; 2 accepted in all", second.Out, StringComparison.Ordinal);
        Assert.Contains("2 mails handed over now; 2 accepted in all", again.Out, StringComparison.Ordinal);
        Assert.Equal(before + 4, store.Mails().Count);

        var run = (await store.RunAsync("runs", "--area", "once", "--json")).Ended(0).Json()[0].GetProperty("id").GetString()!;
        var shown = (await store.RunAsync("runs", "show", run, "--area", "once")).Ended(0).Json();
        Assert.Equal(
            ["colchester@example.org|accepted|2", "essex@example.org|accepted|2"],
            ReportRows.Of(shown, "mails", "recipient state attempts"));

        async Task<CommandResult> SendAsync(params string[] more) =>
            (await store.RunAsync(["weekly", "--area", "once", "--week", "2019-W13", "--send", .. more])).Ended(0);
    }
}
