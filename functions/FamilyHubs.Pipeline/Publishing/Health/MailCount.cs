using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>The mails of one report and period, by state. Names nobody.</summary>
/// <param name="Report"><c>weekly</c>, <c>monthly</c> or <c>alert</c>.</param>
/// <param name="Period">Week, month or day.</param>
public sealed record MailCount(string Report, string Period, IReadOnlyDictionary<MailingState, int> States)
{
    public int Of(MailingState state) => States.GetValueOrDefault(state);

    /// <summary>Mails that nobody may count on: refused, or perhaps taken.</summary>
    public int Doubtful => Of(MailingState.Failed) + Of(MailingState.Unknown);

    public static MailCount From(string report, string period, IReadOnlyList<MailingEntry> mails) =>
        new(report, period, mails.CountBy(mail => mail.State).ToDictionary());
}
