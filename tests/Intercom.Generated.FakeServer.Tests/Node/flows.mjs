// Runs the flows of a program that uses intercom-client: list, search, create, and update. Prints a line for each, and exits with 1 if
// one fails.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const [folder, address, token] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { IntercomClient } = require("intercom-client");
const { version } = require("intercom-client/package.json");
// The name of the option for the address differs between the major versions.
const client = new IntercomClient({ token, environment: address, baseUrl: address, maxRetries: 0 });
const done = name => console.log(`ok ${version} ${name}`);

const created = await client.contacts.create({ email: "ada@example.com", role: "user" });
assert.equal(created.email, "ada@example.com");
done("create");

const id = created.id;
const updated = await client.contacts.update({ contact_id: id, name: "Ada" });
assert.equal(updated.name, "Ada");
done("update");

const found = await client.contacts.find({ contact_id: id });
assert.equal(found.name, "Ada");
done("find");

let count = 0;
for await (const contact of await client.contacts.list({ per_page: 5 })) {
    assert.ok(contact.id);
    count++;
}
assert.equal(count, 13);
done("list");

const emails = [];
for await (const contact of await client.contacts.search({ query: { field: "email", operator: "=", value: "ada@example.com" }, pagination: { per_page: 5 } }))
    emails.push(contact.email);
assert.deepEqual(emails, ["ada@example.com"]);
done("search");

const company = await client.companies.createOrUpdate({ company_id: "acme", name: "Acme" });
assert.equal(company.name, "Acme");
done("companies");

const tag = await client.tags.create({ name: "VIP" });
await client.tags.tagContact({ contact_id: id, id: tag.id, tag_id: tag.id });
assert.equal((await client.tags.list()).data.length, 1);
done("tags");

const article = await client.articles.create({ title: "Printers", author_id: 991267583, state: "published" });
assert.equal((await client.articles.find({ article_id: Number(article.id) })).title, "Printers");
done("articles");

await assert.rejects(client.contacts.find({ contact_id: "nobody" }), error => error.statusCode === 404);
done("not found");
