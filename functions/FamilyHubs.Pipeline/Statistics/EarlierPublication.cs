namespace FamilyHubs.Pipeline.Statistics;

/// <summary>What an earlier publication did with a count: readers keep both.</summary>
public enum EarlierPublication
{
    /// <summary>It did not have the count.</summary>
    None,

    /// <summary>It showed it: everybody knows it, and hiding it now protects nothing.</summary>
    Shown,

    /// <summary>It hid it: it stays hidden, so that the two together give nothing away.</summary>
    Hidden,
}
