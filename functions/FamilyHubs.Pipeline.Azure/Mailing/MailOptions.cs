namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>Settings <c>Mail__…</c> of the mail service.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public const string GlobalRegion = "global";
    public const string EuRegion = "eu";

    /// <summary>Key of SendGrid with the right to send mail; a Key Vault reference in Azure.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Address that takes the place of the service's own, e.g. of the local mail server. Ends in <c>/</c>.</summary>
    public string? Host { get; set; }

    /// <summary>Where the service keeps the mails: <c>global</c> or <c>eu</c>.</summary>
    public string Region { get; set; } = GlobalRegion;

    /// <summary>The service checks each mail and delivers none.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Addresses, or domains beginning with <c>@</c>, parted by <c>;</c>, that may be mailed to. Empty: everyone, in production only.</summary>
    public string AllowedRecipients { get; set; } = "";

    /// <summary>Whether this is the deployment whose mails reach managers and commissioners.</summary>
    public bool Production { get; set; }

    /// <summary>How long to wait for the answer to a mail.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
