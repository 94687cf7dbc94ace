namespace Intercom.Generated.Upgrade;

/// <summary>The kinds of replacements, as the data of a version names them.</summary>
internal static class UpgradeVerbs
{
    public const string Rename = "rename";
    public const string Value = "value";
    public const string Initialize = "initialize";
    public const string Additional = "additional";
    public const string Query = "query";
    public const string Flatten = "flatten";
    public const string Member = "member";
    public const string Case = "case";
    public const string Declare = "declare";
    public const string Call = "call";
}
