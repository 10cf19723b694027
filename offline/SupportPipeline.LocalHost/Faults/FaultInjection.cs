namespace SupportPipeline.LocalHost.Faults;

/// <summary>The faults that are still to happen, by target: <c>sendgrid</c>, <c>language</c>, <c>storage</c>, and the platforms.</summary>
internal sealed class FaultInjection
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<(Fault Fault, int Count)>> _planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private volatile bool _any;

    /// <summary>Adds faults behind those already planned for the target; a count of 0 removes these.</summary>
    public void Plan(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (_gate)
        {
            var planned = _planned.TryGetValue(plan.Target!, out var existing) ? existing : _planned[plan.Target!] = new();
            if (plan.Count == 0)
            {
                planned.Clear();
            }
            else
            {
                var fault = new Fault
                {
                    Status = plan.Status,
                    Delay = plan.Delay,
                    RetryAfter = plan.RetryAfter,
                    DropAnswer = plan.DropAnswer,
                };
                planned.Enqueue((fault, plan.Count));
            }

            _any = _planned.Values.Any(queue => queue.Count > 0);
        }
    }

    /// <summary>The fault the next request to the target suffers, or null. Each call uses one up.</summary>
    public Fault? Take(string target)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            if (!_planned.TryGetValue(target, out var planned) || !planned.TryDequeue(out var next))
            {
                return null;
            }

            if (next.Count > 1)
            {
                var later = planned.ToArray();
                planned.Clear();
                planned.Enqueue((next.Fault, next.Count - 1));
                foreach (var entry in later)
                {
                    planned.Enqueue(entry);
                }
            }

            Count(next.Fault);
            return next.Fault;
        }
    }

    /// <summary>How many requests were hit, by what hit them; a fault that changes nothing counts as none.</summary>
    public IReadOnlyDictionary<string, int> Taken()
    {
        lock (_gate)
        {
            return new Dictionary<string, int>(_taken, StringComparer.Ordinal);
        }
    }

    /// <summary>How many requests to each target will still be hit.</summary>
    public IReadOnlyDictionary<string, int> Remaining()
    {
        lock (_gate)
        {
            return _planned.ToDictionary(
                planned => planned.Key,
                planned => planned.Value.Sum(entry => entry.Count),
                StringComparer.Ordinal
            );
        }
    }

    private void Count(Fault fault)
    {
        var name =
            fault.Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : fault.DropAnswer ? "answer cut"
            : fault.Delay > TimeSpan.Zero ? "late"
            : null;
        if (name is not null)
        {
            _taken[name] = _taken.GetValueOrDefault(name) + 1;
        }
    }
}
