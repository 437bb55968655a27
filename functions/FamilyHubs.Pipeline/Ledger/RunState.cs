namespace FamilyHubs.Pipeline.Ledger;

public enum RunState
{
    /// <summary>Figures are being written; nobody reads them yet.</summary>
    Doing,

    /// <summary>The pointer of the period names this run, or did.</summary>
    Done,

    /// <summary>Not computed or not published; the reason says why.</summary>
    Refused,

    /// <summary>A past month computed anew gave the figures that are published already: nothing was written.</summary>
    Unchanged,
}
