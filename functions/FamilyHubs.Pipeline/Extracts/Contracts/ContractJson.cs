using System.Text.Json;
using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>How a contract is read from JSON: by code made when the program is built, since all contracts are read at each start.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ContractFile))]
internal sealed partial class ContractJson : JsonSerializerContext;
