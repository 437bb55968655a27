namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Why a child is in no figure of the area although everything was done for it (calculations.md 2, 5).</summary>
internal enum LeftOut
{
    LivesOutside,
    MovedOutside,
    PostcodeUnknown,
    NoHome,
    TestPatient,
    OptedOut,
    ContentFilter,
    Died,
    RecordRemoved,
}
