// The verbs write to the one console and read the one environment.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
