using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class TypeNamingTests
{
    [TestCase("ticket_type", "TicketType")]
    [TestCase("ai_agent", "AiAgent")]
    [TestCase("2fa", "Value2fa")]
    public void A_component_is_named_after_its_key(string key, string name) => Assert.That(TypeNaming.Component(key), Is.EqualTo(name));

    [TestCase("Contact", "avatar", false, "ContactAvatar")]
    [TestCase("Contact", "social_profiles", true, "ContactSocialProfile")]
    [TestCase("Contact", "social_profiles", false, "ContactSocialProfiles")]
    [TestCase("TicketParts", "ticket_parts", false, "TicketPartsItem")]
    [TestCase("TicketPart", "ticket_parts", true, "TicketPartItem")]
    public void An_inline_type_is_named_after_its_owner_and_place(string owner, string property, bool isItem, string name) =>
        Assert.That(TypeNaming.Inline(owner, property, isItem), Is.EqualTo(name));

    [TestCase("article", "Article", "state", "ArticleState")]
    [TestCase("article_list_item", "ArticleListItem", "state", "ArticleState")]
    [TestCase("create_article_request", "CreateArticleRequest", "state", "ArticleState")]
    [TestCase("update_article_request", "UpdateArticleRequest", "state", "ArticleState")]
    [TestCase("create_or_update_company_request", "CreateOrUpdateCompanyRequest", "plan", "CompanyPlan")]
    [TestCase("article/source", "ArticleSource", "type", "ArticleSourceType")]
    [TestCase("ticket_state", "TicketState", "state", "TicketStateValue")]
    [TestCase("state", "State", "state", "StateState")]
    public void Requests_and_responses_share_an_enum(string ownerKey, string ownerType, string property, string name) =>
        Assert.That(TypeNaming.Enum(ownerKey, ownerType, property), Is.EqualTo(name));

    [TestCase("in_progress", "InProgress")]
    [TestCase("pt-BR", "PtBr")]
    [TestCase("conversation.user.created", "ConversationUserCreated")]
    [TestCase("24h", "Value24h")]
    [TestCase("=", "Equal")]
    [TestCase("!=", "NotEqual")]
    [TestCase("<", "LessThan")]
    [TestCase(">", "GreaterThan")]
    [TestCase("~", "Contains")]
    [TestCase("!~", "DoesNotContain")]
    [TestCase("^", "StartsWith")]
    [TestCase("$", "EndsWith")]
    [TestCase("IN", "In")]
    [TestCase("NIN", "NotIn")]
    [TestCase("AND", "And")]
    [TestCase("", "Empty")]
    public void A_member_is_named_after_its_value(string value, string name) => Assert.That(TypeNaming.Member(value), Is.EqualTo(name));
}
