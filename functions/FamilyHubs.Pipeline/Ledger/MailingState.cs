namespace FamilyHubs.Pipeline.Ledger;

/// <summary>What is known of one mail of a report to one recipient (architecture.md 3.4).</summary>
public enum MailingState
{
    /// <summary>To be sent; nothing was handed over yet.</summary>
    Pending,

    /// <summary>Being handed over. Found later under an ended lease, it is unknown whether it was taken.</summary>
    Sending,

    /// <summary>The mail service took it.</summary>
    Accepted,

    /// <summary>The mail service, or the last check before it, refused it.</summary>
    Failed,

    /// <summary>It may or may not have been taken; only <c>--resend</c> sends it again.</summary>
    Unknown,
}
