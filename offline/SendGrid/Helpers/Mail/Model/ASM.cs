using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Which unsubscribe group a message belongs to.</summary>
public class ASM
{
    [JsonPropertyName("group_id")]
    public int GroupId { get; set; }

    /// <summary>Groups offered on the preferences page, at most 25.</summary>
    [JsonPropertyName("groups_to_display")]
    public List<int> GroupsToDisplay { get; set; }
}
