namespace Intercom.Generated.Maintenance.Advice;

/// <summary>The step that adapts a program to a change.</summary>
/// <param name="Sentence">A plain sentence. It contains our own prose and C# names, but no other text from the description.</param>
/// <param name="Line">A line of C# that shows the step, or null if there is nothing to write.</param>
internal sealed record ChangeAdvice(string Sentence, string? Line = null)
{
    /// <summary>Whether the step is to use something else that exists.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>Combines the advice for several changes of one thing. The longest line of C# shows all of them.</summary>
    public static ChangeAdvice? Combine(IEnumerable<ChangeAdvice?> advice)
    {
        var steps = advice.OfType<ChangeAdvice>().DistinctBy(step => step.Sentence).ToList();
        return steps.Count == 0
            ? null
            : new ChangeAdvice(string.Join(' ', steps.Select(step => step.Sentence)), steps.MaxBy(step => step.Line?.Length ?? 0)!.Line);
    }
}
