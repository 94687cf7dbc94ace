using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Catalog;

/// <summary>What the catalog answers, told by things of the four versions that will not change any more.</summary>
public class ApiCatalogTests
{
    [Test]
    public void Versions_are_known_oldest_first() =>
        Assert.That(ApiCatalog.Versions, Is.SupersetOf(new[] { ApiVersion.V2_11, ApiVersion.V2_12, ApiVersion.V2_14, ApiVersion.Preview }).And.Ordered.And.Unique);

    [Test]
    public void Operation_is_found_by_its_name()
    {
        var operation = ApiCatalog.FindOperation("AiContent.ListExternalPages")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.Method, Is.EqualTo("GET"));
            Assert.That(operation.Path, Is.EqualTo("/ai/external_pages"));
            Assert.That(operation.ToString(), Is.EqualTo(operation.Id));
            Assert.That(Settled(operation.Versions), Is.EqualTo(new[] { ApiVersion.V2_12, ApiVersion.V2_14, ApiVersion.Preview }));
            Assert.That(operation.Since, Is.EqualTo(ApiVersion.V2_12));
            Assert.That(operation.Until, Is.Null);
            Assert.That(operation.IsIn(ApiVersion.V2_11), Is.False);
            Assert.That(operation.IsIn(ApiVersion.V2_14), Is.True);
            Assert.That(operation.IsIn(ApiVersion.Parse("2.99")), Is.False);
        }
    }

    [Test]
    public void What_a_newer_version_lacks_is_until_the_last_that_has_it()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ApiCatalog.FindOperation("Conversations.AutoAssign")?.Until, Is.EqualTo(ApiVersion.V2_11));
            Assert.That(ApiCatalog.FindType("UpdateTicketRequest")?.FindMember("State")?.Until, Is.EqualTo(ApiVersion.V2_11));
            Assert.That(ApiCatalog.FindType("CustomChannelContact")?.Until, Is.GreaterThanOrEqualTo(ApiVersion.V2_14).And.LessThan(ApiVersion.Preview));
        }
    }

    [Test]
    public void What_a_version_in_between_lacks_has_a_gap_and_no_end()
    {
        var member = ApiCatalog.FindType("CreateNoteRequest")!.FindMember("ContactId")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Settled(member.Versions), Is.EqualTo(new[] { ApiVersion.V2_12, ApiVersion.Preview }));
            Assert.That(member.Until, Is.Null);
            Assert.That(member.IsIn(ApiVersion.V2_14), Is.False);
            Assert.That(member.Differences.Take(2).Select(difference => $"{difference.To} {difference.Rule}"), Is.EqualTo(new[] { "2.12 property-added", "2.14 property-removed" }));
            Assert.That(member.Differences[^1].Rule, Is.EqualTo("property-added"));
        }
    }

    [TestCase("GET", "/contacts/5ba682d23d7cf92bef87bfd4", "Contacts.Get")]
    [TestCase("get", "/contacts/{anything}", "Contacts.Get")]
    [TestCase("GET", "contacts/1/?include=x", "Contacts.Get")]
    [TestCase("GET", "/internal_articles/search", "InternalArticles.Search")]
    [TestCase("GET", "/internal_articles/123", "InternalArticles.Get")]
    [TestCase("GET", "/internal_articles/{id}", "InternalArticles.Get")]
    [TestCase("POST", "/contacts/search", "Contacts.Search")]
    [TestCase("GET", "/contacts/1/nothing", null)]
    [TestCase("PATCH", "/contacts/1", null)]
    [TestCase("GET", "/", null)]
    [TestCase("GET", "", null)]
    public void Operation_is_found_by_what_is_sent(string method, string path, string? id) => Assert.That(ApiCatalog.FindOperation(method, path)?.Id, Is.EqualTo(id));

    [Test]
    public void Operation_that_versions_call_differently_is_found_under_each_name()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Settled(ApiCatalog.FindOperation("CustomObjectInstances.GetByExternalId")!.Versions), Is.EqualTo(new[] { ApiVersion.V2_14 }));
            Assert.That(Settled(ApiCatalog.FindOperation("CustomObjectInstances.List")!.Versions), Is.EqualTo(new[] { ApiVersion.Preview }));
            Assert.That(ApiCatalog.FindOperation("GET", "/custom_object_instances/order")?.Id, Is.EqualTo("CustomObjectInstances.List"));
            Assert.That(Settled(KnownOperations.VersionsOf(new ApiOperation("Raw", "GET", "/custom_object_instances/order"))), Is.EqualTo(new[] { ApiVersion.Preview, ApiVersion.V2_14 }));
        }
    }

    [TestCase("Contact", CatalogTypeKind.Model, "CreatedAt", "created_at")]
    [TestCase("Contact", CatalogTypeKind.Model, "Type", "type")]
    [TestCase("ArticleTranslatedContent", CatalogTypeKind.Model, "PtBr", "pt-BR")]
    [TestCase("ConversationGetOptions", CatalogTypeKind.Options, "DisplayAs", "display_as")]
    [TestCase("ConversationState", CatalogTypeKind.OpenEnum, "Snoozed", "snoozed")]
    [TestCase("SearchOperator", CatalogTypeKind.OpenEnum, "NotEqual", "!=")]
    public void Member_is_found_by_its_name_in_CSharp_and_on_the_wire(string type, CatalogTypeKind kind, string name, string wireName)
    {
        var found = ApiCatalog.FindType(type)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Kind, Is.EqualTo(kind));
            Assert.That(found.FindMember(name)?.WireName, Is.EqualTo(wireName));
            Assert.That(found.FindMember(wireName)?.Name, Is.EqualTo(name));
            Assert.That(found.FindMember("nothing_like_it"), Is.Null);
        }
    }

    [Test]
    public void Cases_of_a_union_have_no_name_on_the_wire()
    {
        var cases = ApiCatalog.Types.Where(type => type.Kind == CatalogTypeKind.Union).SelectMany(type => type.Members).ToList();
        Assert.That(cases, Is.Not.Empty.And.All.Property(nameof(CatalogMember.WireName)).Null);
    }

    [Test]
    public void What_is_not_known_is_null()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ApiCatalog.FindOperation("Contacts.Teleport"), Is.Null);
            Assert.That(ApiCatalog.FindType("contact"), Is.Null);
        }
    }

    [Test]
    public void Null_is_no_name()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ApiCatalog.FindOperation(null!), Throws.ArgumentNullException);
            Assert.That(() => ApiCatalog.FindOperation(null!, "/contacts"), Throws.ArgumentNullException);
            Assert.That(() => ApiCatalog.FindOperation("GET", null!), Throws.ArgumentNullException);
            Assert.That(() => ApiCatalog.FindType(null!), Throws.ArgumentNullException);
            Assert.That(() => ApiCatalog.FindType("Contact")!.FindMember(null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void Difference_of_a_member_is_told_with_the_CSharp_before_and_after()
    {
        var type = ApiCatalog.FindType("Ticket")!;
        var difference = type.FindMember("TicketState")!.Differences[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(difference.From, Is.EqualTo(ApiVersion.V2_11));
            Assert.That(difference.To, Is.EqualTo(ApiVersion.V2_12));
            Assert.That(difference.Rule, Is.EqualTo("property-type-changed"));
            Assert.That(difference.Impact, Is.EqualTo(DifferenceImpact.SourceBreak));
            Assert.That(difference.Subject, Is.EqualTo("Ticket.TicketState"));
            Assert.That(difference.Before, Is.EqualTo("TicketStateCategory? TicketState"));
            Assert.That(difference.After, Is.EqualTo("TicketState? TicketState"));
            Assert.That(difference.ToString(), Is.EqualTo("2.11 to 2.12: property-type-changed Ticket.TicketState"));
            Assert.That(type.Differences, Does.Contain(difference));
            Assert.That(ApiCatalog.Differences, Does.Contain(difference));
        }
    }

    [Test]
    public void Differences_of_an_operation_are_its_own()
    {
        var differences = ApiCatalog.FindOperation("Conversations.AutoAssign")!.Differences;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(differences[0].ToString(), Is.EqualTo("2.11 to 2.12: operation-removed Conversations.AutoAssign"));
            Assert.That(differences[0].Before, Does.StartWith("Task<Conversation> AutoAssignAsync(string conversationId"));
            Assert.That(differences[0].After, Is.Null);
            // The type of the same name as a client has changes of its own.
            Assert.That(ApiCatalog.FindType("TicketState")!.Differences.Select(difference => difference.Rule), Has.All.Not.StartsWith("client-"));
        }
    }

    [Test]
    public void Differences_between_versions_are_those_of_the_steps_in_between()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ApiCatalog.DifferencesBetween(ApiVersion.V2_11, ApiVersion.V2_14),
                Is.EqualTo(ApiCatalog.DifferencesBetween(ApiVersion.V2_11, ApiVersion.V2_12).Concat(ApiCatalog.DifferencesBetween(ApiVersion.V2_12, ApiVersion.V2_14))));
            Assert.That(ApiCatalog.DifferencesBetween(ApiVersion.V2_11, ApiVersion.V2_12), Is.Not.Empty);
            Assert.That(ApiCatalog.DifferencesBetween(ApiVersion.V2_14, ApiVersion.V2_11), Is.Empty);
            Assert.That(ApiCatalog.DifferencesBetween(ApiVersion.V2_14, ApiVersion.V2_14), Is.Empty);
            Assert.That(ApiCatalog.DifferencesBetween(ApiCatalog.Versions[0], ApiVersion.Preview), Is.EqualTo(ApiCatalog.Differences));
        }
    }

    // Another version can be added any day: what is said of these four stays true.
    internal static IEnumerable<ApiVersion> Settled(IEnumerable<ApiVersion> versions) =>
        versions.Where(version => version == ApiVersion.V2_11 || version == ApiVersion.V2_12 || version == ApiVersion.V2_14 || version == ApiVersion.Preview);

    [Test]
    public void Catalog_is_read_when_it_is_asked_for_and_only_then()
    {
        // A copy of the assembly that no other test has touched.
        var context = new AssemblyLoadContext(nameof(ApiCatalogTests), isCollectible: true);
        var core = context.LoadFromAssemblyPath(typeof(ApiCatalog).Assembly.Location);
        foreach (var type in core.GetTypes().Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var catalog = core.GetType(typeof(ApiCatalog).FullName!)!;
        var data = catalog.GetField("Data", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

        var before = IsRead();
        catalog.GetProperty(nameof(ApiCatalog.Versions))!.GetValue(null);

        Assert.That((before, IsRead()), Is.EqualTo((false, true)));
        context.Unload();

        bool IsRead() => (bool)data.GetType().GetProperty(nameof(Lazy<>.IsValueCreated))!.GetValue(data)!;
    }

    [Test]
    public void Threads_that_ask_at_once_see_the_same()
    {
        var seen = new CatalogOperation?[16];
        Parallel.For(0, seen.Length, i => seen[i] = ApiCatalog.FindOperation("Contacts.Get"));
        Assert.That(seen, Is.All.Not.Null.And.All.SameAs(seen[0]));
    }
}
