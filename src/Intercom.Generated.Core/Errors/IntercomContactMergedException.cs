namespace Intercom.Generated;

/// <summary>
/// 410 with the code <c>contact_merged</c>: the contact was merged into another contact. API version 2.16 and Preview report this. Earlier
/// versions report 404, as for any contact that does not exist.
/// </summary>
public sealed class IntercomContactMergedException : IntercomNotFoundException
{
    internal IntercomContactMergedException(ApiFailure failure)
        : this(failure, SurvivingContact.IdIn(failure))
    {
    }

    private IntercomContactMergedException(ApiFailure failure, string? survivingContactId)
        : base(
            failure,
            survivingContactId is null
                ? "Search for the contact that it was merged into."
                : $"Use the contact in {nameof(SurvivingContactId)} instead.") =>
        SurvivingContactId = survivingContactId;

    /// <summary>
    /// The ID of the contact that remains after the merge, from the <c>Link</c> header of the response. Null if the header is missing or
    /// does not identify a contact. If the remaining contact was merged too, Intercom follows up to three merges.
    /// </summary>
    public string? SurvivingContactId { get; }

    internal static bool IsReportedBy(ApiFailure failure) =>
        IsNotFound(failure) && failure.HasCode(IntercomErrorCodes.ContactMerged);
}
