using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Where the sign-in pages are: setting <c>SiteAddress</c>.</summary>
/// <param name="Address">Address of the function app; null when there is none, as on one machine.</param>
public sealed record SiteOptions(Uri? Address)
{
    /// <summary>Page of a weekly report; null when there is no site.</summary>
    public Uri? WeeklyPage(string area, string week) => Address is null ? null : new Uri(Address, ReportAddresses.Weekly(area, week));

    /// <summary>Page of a month; null when there is no site.</summary>
    public Uri? MonthlyPage(string area, string month) => Address is null ? null : new Uri(Address, ReportAddresses.Monthly(area, month));
}
