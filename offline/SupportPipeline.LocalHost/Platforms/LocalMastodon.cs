using System.Globalization;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>A Mastodon server in memory with one account of ours: what mentions it, newest last.</summary>
internal sealed class LocalMastodon(TimeProvider clock)
{
    /// <summary>The id of our account.</summary>
    public const string AccountId = "1";

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _notifications = [];
    private long _lastId = 100;

    /// <summary>Puts a status in that mentions us; what it leaves out is filled in.</summary>
    /// <returns>The status as the API gives it.</returns>
    public JsonObject Add(JsonObject status, string type)
    {
        ArgumentNullException.ThrowIfNull(status);
        lock (_gate)
        {
            var id = Next();
            var at = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var account = status["account"] as JsonObject ?? new JsonObject();
            account["id"] ??= "2";
            account["acct"] ??= "visitor@social.example";
            account["username"] ??= "visitor";
            status["account"] = account.Parent is null ? account : account.DeepClone();
            status["id"] ??= id;
            status["created_at"] ??= at;
            status["uri"] ??= $"https://social.example/statuses/{id}";
            status["url"] ??= $"https://social.example/@visitor/{id}";
            status["visibility"] ??= "public";
            status["content"] ??= "";
            _notifications.Add(
                new()
                {
                    ["id"] = Next(),
                    ["type"] = type,
                    ["created_at"] = at,
                    ["account"] = account.DeepClone(),
                    ["status"] = status.DeepClone(),
                }
            );
            return (JsonObject)status.DeepClone();
        }
    }

    /// <summary>Changes the words of a status.</summary>
    /// <returns>False when there is none.</returns>
    public bool Edit(string id, string content)
    {
        lock (_gate)
        {
            if (Find(id) is not { } status)
            {
                return false;
            }

            (status["content"], status["edited_at"]) = (content, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            return true;
        }
    }

    /// <summary>Removes a status and the notification of it.</summary>
    public bool Delete(string id)
    {
        lock (_gate)
        {
            return _notifications.RemoveAll(one => (string?)one["status"]!["id"] == id) > 0;
        }
    }

    /// <summary>Notifications of some types behind an id, newest first: those next to it when there is one, else the newest.</summary>
    public JsonArray Notifications(IReadOnlyCollection<string> types, long? behind, int limit)
    {
        lock (_gate)
        {
            var found = _notifications.Where(one => types.Count == 0 || types.Contains((string)one["type"]!, StringComparer.Ordinal));
            var page = behind is { } id
                ? found.Where(one => long.Parse((string)one["id"]!, CultureInfo.InvariantCulture) > id).Take(limit)
                : found.TakeLast(limit);
            return new([.. page.Reverse().Select(one => one.DeepClone())]);
        }
    }

    /// <summary>Those of some statuses that exist.</summary>
    public JsonArray Statuses(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            return new([.. ids.Select(Find).OfType<JsonObject>().Select(status => status.DeepClone())]);
        }
    }

    private JsonObject? Find(string id) =>
        _notifications.Select(one => (JsonObject)one["status"]!).FirstOrDefault(status => (string?)status["id"] == id);

    private string Next() => (++_lastId).ToString(CultureInfo.InvariantCulture);
}
