using System.Collections.Concurrent;

namespace FamilyHubs.Pipeline.StandInTests.Support;

/// <summary>What the functions of a test write down.</summary>
public sealed class Notes
{
    private readonly ConcurrentQueue<object> _items = new();

    public IReadOnlyList<object> Items => [.. _items];

    public int Count => _items.Count;

    public void Add(object item) => _items.Enqueue(item);
}
