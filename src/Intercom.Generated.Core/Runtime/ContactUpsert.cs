using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Creates a contact, or updates the existing contact that a conflict names. The methods of the version packages supply the operations.
/// </summary>
/// <typeparam name="T">The contact.</typeparam>
/// <param name="create">Creates the contact.</param>
/// <param name="update">Updates the contact with an ID.</param>
/// <param name="unarchive">Unarchives the contact with an ID.</param>
/// <param name="find">Finds the ID of the existing contact if the conflict does not name it, or returns null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContactUpsert<T>(
    Func<RequestOptions, CancellationToken, Task<T>> create,
    Func<string, RequestOptions, CancellationToken, Task<T>> update,
    Func<string, RequestOptions, CancellationToken, Task> unarchive,
    Func<RequestOptions, CancellationToken, Task<string?>> find)
    where T : class
{
    // A contact can be deleted, or merged, between the conflict and the update. Then the next creation succeeds or names another contact.
    private const int MostRounds = 3;

    /// <summary>Runs the operations.</summary>
    /// <param name="unarchives">Whether to update an archived contact, after unarchiving it.</param>
    /// <param name="options">The options of the calls, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="IntercomConflictException">
    /// The existing contact is archived and must stay so, or it is unknown which contact exists.
    /// </exception>
    public async Task<T> RunAsync(bool unarchives, RequestOptions? options, CancellationToken cancellationToken)
    {
        var own = options?.Copy() ?? new RequestOptions();
        // If an attempt to create the contact took effect without a response, the next one ends with a conflict that names the contact.
        own.RetryWrites ??= true;
        for (var round = 1; ; round++)
        {
            string id;
            try
            {
                return await create(own, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomConflictException e) when (!e.IsAboutArchivedContact || unarchives)
            {
                if ((e.ExistingId ?? await find(own, cancellationToken).ConfigureAwait(false)) is not { } existing)
                    throw;
                id = existing;
                if (e.IsAboutArchivedContact)
                    await unarchive(id, own, cancellationToken).ConfigureAwait(false);
            }

            try
            {
                return await update(id, own, cancellationToken).ConfigureAwait(false);
            }
            catch (IntercomNotFoundException) when (round < MostRounds)
            {
            }
        }
    }
}
