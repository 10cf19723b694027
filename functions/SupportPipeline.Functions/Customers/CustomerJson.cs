using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Customers;

/// <summary>The JSON inside customer rows.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<CustomerFlag>))]
[JsonSerializable(typeof(IReadOnlyList<MergedCustomer>))]
[JsonSerializable(typeof(CustomerPreferences))]
[JsonSerializable(typeof(CustomerErasure))]
internal sealed partial class CustomerJson : JsonSerializerContext;
