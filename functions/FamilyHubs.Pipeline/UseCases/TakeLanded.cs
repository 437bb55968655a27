using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Takes what an event of <c>landing</c> announces. A name that belongs to no area or no place is logged and left, since trying again helps nothing.</summary>
public sealed partial class TakeLanded(AreaProfiles profiles, IngestBatch batches, IngestFile files, ILogger<TakeLanded> log)
{
    /// <summary>What became of it; null when nothing was to be done.</summary>
    /// <param name="blob">Name within the container.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IngestOutcome?> RunAsync(string blob, CancellationToken cancel)
    {
        if (LandedName.Of(blob) is not { } name)
        {
            Log.Misplaced(log);
            return null;
        }

        if (!(await profiles.AreasAsync(cancel)).Contains(name.Area, StringComparer.Ordinal))
        {
            Log.AreaUnknown(log);
            return null;
        }

        var profile = await profiles.GetAsync(name.Area, cancel);
        return name.IsBatch
            ? await batches.RunAsync(profile, name.Extract, force: false, progress: null, cancel)
            : await files.RunAsync(profile, name.Extract, cancel);
    }

    private static partial class Log
    {
        [LoggerMessage(1401, LogLevel.Warning, "A blob in landing lies where no batch, return or reference file is expected; it is left there", EventName = "LandedMisplaced")]
        public static partial void Misplaced(ILogger logger);

        [LoggerMessage(1402, LogLevel.Error, "A blob in landing belongs to an area without a profile; it is left there", EventName = "LandedAreaUnknown")]
        public static partial void AreaUnknown(ILogger logger);
    }
}
