using System.Text;
using System.Text.Json;
using Intercom.Generated;
using Intercom.Generated.V2_16;
using Microsoft.Data.Sqlite;

namespace NightlySync;

/// <summary>The contacts, and the state of the synchronization, in one SQLite file.</summary>
internal sealed class ContactDatabase : IDisposable
{
    private readonly SqliteConnection _connection;

    public ContactDatabase(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        using var command = Command(
            """
            CREATE TABLE IF NOT EXISTS contacts (id TEXT PRIMARY KEY, email TEXT, name TEXT, json TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL);
            """);
        command.ExecuteNonQuery();
    }

    public SyncState ReadState()
    {
        using var command = Command("SELECT json FROM state");
        return command.ExecuteScalar() is string json ? JsonSerializer.Deserialize<SyncState>(json)! : new SyncState(null, null, null);
    }

    public long Count()
    {
        using var command = Command("SELECT count(*) FROM contacts");
        return (long)command.ExecuteScalar()!;
    }

    public void Save(IReadOnlyList<Contact> contacts, SyncState state)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var contact in contacts)
        {
            using var upsert = Command(
                "INSERT INTO contacts VALUES ($id, $email, $name, $json) "
                + "ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, json = excluded.json");
            upsert.Parameters.AddWithValue("$id", contact.Id);
            upsert.Parameters.AddWithValue("$email", (object?)contact.Email ?? DBNull.Value);
            upsert.Parameters.AddWithValue("$name", (object?)contact.Name ?? DBNull.Value);
            upsert.Parameters.AddWithValue("$json", Encoding.UTF8.GetString(IntercomJson.Write(contact)));
            upsert.ExecuteNonQuery();
        }

        using var save = Command("INSERT INTO state VALUES (1, $json) ON CONFLICT (id) DO UPDATE SET json = excluded.json");
        save.Parameters.AddWithValue("$json", JsonSerializer.Serialize(state));
        save.ExecuteNonQuery();
        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
