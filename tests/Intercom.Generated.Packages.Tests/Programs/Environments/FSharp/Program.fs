open System
open Intercom.Generated
open Intercom.Generated.Testing
open Intercom.Generated.V2_16
open Newtonsoft.Json.Linq

let countAsync (intercom: IntercomClient) =
    task {
        let mutable count = 0
        let contacts = intercom.Contacts.ListAsync().GetAsyncEnumerator()
        let mutable more = true

        while more do
            let! next = contacts.MoveNextAsync()
            more <- next
            if next then
                count <- count + 1

        do! contacts.DisposeAsync()
        return count
    }

let main =
    task {
        use fake = new FakeIntercom("2.16")
        fake.AddContacts 20 |> ignore
        fake.Add("data_attribute", JObject.Parse """{"name":"seats","model":"contact","data_type":"integer"}""") |> ignore
        use intercom = new IntercomClient(IntercomClientOptions(fake.AccessToken, HttpMessageHandler = fake))

        let! ada = intercom.Contacts.CreateAsync(CreateContactRequest(Role = "user", Email = "ada@example.com"))
        let attributes = CustomAttributes()
        attributes["seats"] <- Nullable(CustomAttributeValue.op_Implicit 12L)
        let! updated = intercom.Contacts.UpdateAsync(ada.Id, UpdateContactRequest(CustomAttributes = attributes, Phone = null))
        let! found = intercom.Contacts.SearchAsync(ContactFields.Email.EqualTo "ada@example.com").FirstPageAsync()
        let! count = countAsync intercom

        let! status =
            task {
                try
                    let! _ = intercom.Contacts.GetAsync "nobody"
                    return "found"
                with :? IntercomNotFoundException as e ->
                    return e.Errors[0].Code
            }

        let seats = updated.CustomAttributes.GetInteger "seats"
        printfn $"{count} contacts, {seats} seats, {found.Items.Count} found, {status}"
    }

main.GetAwaiter().GetResult()
