namespace Intercom.Generated.Analyzers.Tests.Attributes;

/// <summary>A class of a user with a property of each type.</summary>
[IntercomAttributes]
public partial class EveryKind
{
    public enum Tier
    {
        Free,
        [IntercomAttribute("Gold plan")]
        Gold,
        Default = Free,
    }

    [IntercomAttribute("Plan name")]
    public string? Plan { get; set; }

    public int? Seats { get; set; }

    public long? TotalBytes { get; set; }

    public double? Ratio { get; set; }

    public decimal? Price { get; set; }

    public bool? IsTrial { get; set; }

    public DateTime? LastLogin { get; set; }

    public DateTimeOffset? TrialEndsAt { get; set; }

    public DateOnly? Renewal { get; set; }

    public Tier? Level { get; set; }

    public string[]? Tags { get; set; }

    public List<string>? Names2 { get; set; }

    public IReadOnlyList<string>? Regions { get; set; }

    public CustomObjectReferences? Order { get; set; }

    [IntercomAttribute(Ignore = true)]
    public bool IsLarge => Seats > 100;

    private protected string? Internal { get; set; }
}
