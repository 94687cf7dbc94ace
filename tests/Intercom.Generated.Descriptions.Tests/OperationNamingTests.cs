using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class OperationNamingTests
{
    [TestCase("Contacts", "Contacts")]
    [TestCase("Help Center", "HelpCenter")]
    [TestCase("AI Content", "AiContent")]
    [TestCase("IP Allowlist", "IpAllowlist")]
    public void A_client_is_named_after_its_tag(string tag, string client) =>
        Assert.That(OperationNaming.Client(tag), Is.EqualTo(client));

    // The verbs of the SDK.
    [TestCase("ShowContact", "Contacts", false, "Get")]
    [TestCase("retrieveConversation", "Conversations", false, "Get")]
    [TestCase("getArticle", "Articles", false, "Get")]
    [TestCase("findTag", "Tags", false, "Get")]
    [TestCase("fetchNote", "Notes", false, "Get")]
    [TestCase("lisDataAttributes", "DataAttributes", true, "List")]
    [TestCase("SearchContacts", "Contacts", true, "Search")]
    [TestCase("removeTag", "Tags", false, "Delete")]
    [TestCase("archiveContact", "Contacts", false, "Archive")]
    // An operation that returns a list is named List, even if its operationId is not.
    [TestCase("getAllTags", "Tags", true, "List")]
    // Filler words and the noun of the client are removed.
    [TestCase("listAllCompanies", "Companies", true, "List")]
    [TestCase("createAnArticle", "Articles", false, "Create")]
    [TestCase("retrieveHelpCenterCollections", "HelpCenter", true, "ListCollections")]
    [TestCase("listCompaniesForAContact", "Contacts", true, "ListCompanies")]
    [TestCase("attachContactToConversation", "Contacts", false, "AttachToConversation")]
    [TestCase("getTicketTypeById", "TicketTypes", false, "Get")]
    // No words remain.
    [TestCase("All", "Contacts", false, "All")]
    [TestCase("contacts", "Contacts", false, "Contacts")]
    public void A_method_is_a_verb_and_the_words_that_the_client_lacks(string operationId, string client, bool isList, string method) =>
        Assert.That(OperationNaming.Method(operationId, client, isList), Is.EqualTo(method));

    [TestCase("contacts", "id", "contactId")]
    [TestCase("contacts", "contact_id", "contactId")]
    [TestCase("companies", "company_id", "companyId")]
    [TestCase("ticket_types", "ticket_type_id", "ticketTypeId")]
    [TestCase("export", "job_identifier", "jobIdentifier")]
    [TestCase("contacts", "external_id", "externalId")]
    [TestCase("events", "event", "@event")]
    [TestCase("", "id", "id")]
    public void An_argument_is_named_after_the_preceding_segment(string segment, string parameter, string argument) =>
        Assert.That(OperationNaming.Argument(segment, parameter), Is.EqualTo(argument));
}
