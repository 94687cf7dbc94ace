using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Generated;
using Intercom.Generated.V2_16;

namespace Acme
{
    /// <summary>A library for C# 7.3 and netstandard2.0. It uses types that are part of .NET, but not of netstandard2.0.</summary>
    public sealed class AddressBook
    {
        private readonly IntercomClient _intercom;
        private readonly TimeProvider _clock;

        public AddressBook(IntercomClient intercom, TimeProvider clock)
        {
            _intercom = intercom;
            _clock = clock;
        }

        public async Task<string> AddAsync(string email, CancellationToken cancellationToken)
        {
            var request = new CreateContactRequest
            {
                Role = "user",
                Email = email,
                SignedUpAt = _clock.GetUtcNow(),
                CustomAttributes = new CustomAttributes { ["seats"] = 12 },
            };
            try
            {
                var contact = await _intercom.Contacts.CreateAsync(request, cancellationToken).ConfigureAwait(false);
                return contact.Id;
            }
            catch (IntercomConflictException e)
            {
                return e.ExistingId;
            }
        }

        // C# 7.3 has no await foreach.
        public async Task<int> CountAsync(CancellationToken cancellationToken)
        {
            var count = 0;
            IAsyncEnumerator<Contact> contacts = _intercom.Contacts.ListAsync().GetAsyncEnumerator(cancellationToken);
            try
            {
                while (await contacts.MoveNextAsync().ConfigureAwait(false))
                    count++;
            }
            finally
            {
                await contacts.DisposeAsync().ConfigureAwait(false);
            }

            return count;
        }
    }
}
