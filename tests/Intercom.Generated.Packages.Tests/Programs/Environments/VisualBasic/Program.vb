Imports System
Imports System.Threading.Tasks
Imports Intercom.Generated
Imports Intercom.Generated.Testing
Imports Intercom.Generated.V2_16
Imports Newtonsoft.Json.Linq

Module Program
    Sub Main()
        MainAsync().GetAwaiter().GetResult()
    End Sub

    Private Async Function MainAsync() As Task
        Using fake As New FakeIntercom("2.16")
            fake.AddContacts(20)
            fake.Add("data_attribute", JObject.Parse("{""name"":""seats"",""model"":""contact"",""data_type"":""integer""}"))
            Using intercom As New IntercomClient(New IntercomClientOptions(fake.AccessToken) With {.HttpMessageHandler = fake})
                Dim ada = Await intercom.Contacts.CreateAsync(New CreateContactRequest With {.Role = "user", .Email = "ada@example.com"})
                Dim attributes As New CustomAttributes()
                attributes("seats") = 12
                Dim updated = Await intercom.Contacts.UpdateAsync(ada.Id, New UpdateContactRequest With {.CustomAttributes = attributes, .Phone = Nothing})

                Dim count = 0
                Dim contacts = intercom.Contacts.ListAsync().GetAsyncEnumerator()
                While Await contacts.MoveNextAsync()
                    count += 1
                End While
                Await contacts.DisposeAsync()

                Dim status = "found"
                Try
                    Await intercom.Contacts.GetAsync("nobody")
                Catch e As IntercomNotFoundException
                    status = e.Errors(0).Code
                End Try
                Console.WriteLine($"{count} contacts, {updated.CustomAttributes.GetInteger("seats")} seats, {status}")
            End Using
        End Using
    End Function
End Module
