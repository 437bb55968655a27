using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Where the sign-in pages are: setting <c>SiteAddress</c>.</summary>
/// <param name="Address">Address of the function app; null when there is none, as on one machine.</param>
public sealed record SiteOptions(Uri? Address)
{
    /// <param name="setting">Value of the setting; empty for none.</param>
    /// <exception cref="FormatException">It is not the address of a site; the app does not start.</exception>
    public static SiteOptions Of(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return new SiteOptions(Address: null);
        }

        return Uri.TryCreate(setting.Trim(), UriKind.Absolute, out var site) && setting.TrimEnd().EndsWith('/')
            && (site.Scheme == Uri.UriSchemeHttps || (site.Scheme == Uri.UriSchemeHttp && site.IsLoopback))
            ? new SiteOptions(site)
            : throw new FormatException("The setting SiteAddress must be an https address that ends in a slash (http only for this machine), e.g. https://reports.example.nhs.uk/");
    }

    /// <summary>Page of a weekly report; null when there is no site.</summary>
    public Uri? WeeklyPage(string area, string week) => Address is null ? null : new Uri(Address, ReportAddresses.Weekly(area, week));

    /// <summary>Page of the files of a month; null when there is no site.</summary>
    public Uri? SnapshotPage(string area, string month) => Address is null ? null : new Uri(Address, ReportAddresses.Snapshot(area, month));

    /// <summary>Page of a month; null when there is no site.</summary>
    public Uri? MonthlyPage(string area, string month) => Address is null ? null : new Uri(Address, ReportAddresses.Monthly(area, month));
}
