namespace FamilyHubs.Pipeline.Ports;

/// <summary>What became of a mail that was handed over.</summary>
public enum MailState
{
    /// <summary>The service took it; that is not delivery.</summary>
    Accepted,

    /// <summary>The service refused it for good.</summary>
    Failed,

    /// <summary>The service took nothing and asks to come back (429, 5xx).</summary>
    Busy,

    /// <summary>The answer was lost: it may or may not have been taken, and is not sent again by itself.</summary>
    Unknown,
}
