// Private endpoints of storage and Language, and the names that lead to them.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the virtual network in which the names hold.')
param virtualNetworkId string

@description('Resource id of the subnet of the endpoints.')
param subnetId string

@description('Resource id of the host\'s storage account.')
param hostStorageId string

@description('Resource id of the desk\'s storage account.')
param dataStorageId string

@description('Resource id of the Language account. Empty: there is none.')
param languageId string

var storageSuffix = environment().suffixes.storage
var services = union(
  {
    blob: 'privatelink.blob.${storageSuffix}'
    queue: 'privatelink.queue.${storageSuffix}'
    table: 'privatelink.table.${storageSuffix}'
  },
  empty(languageId) ? {} : { account: 'privatelink.cognitiveservices.azure.com' }
)
var zoneList = items(services)
var storageEndpoints = flatten(map([hostStorageId, dataStorageId], id => map(['blob', 'queue', 'table'], service => { id: id, service: service })))
var endpointList = concat(storageEndpoints, empty(languageId) ? [] : [{ id: languageId, service: 'account' }])

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in zoneList: {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, index) in zoneList: {
  parent: zones[index]
  name: 'app'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: virtualNetworkId }
  }
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for endpoint in endpointList: {
  name: 'pe-${last(split(endpoint.id, '/'))}-${endpoint.service}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: endpoint.service
        properties: {
          privateLinkServiceId: endpoint.id
          groupIds: [endpoint.service]
        }
      }
    ]
  }
}]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (endpoint, index) in endpointList: {
  parent: endpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.service
        properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', services[endpoint.service]) }
      }
    ]
  }
  dependsOn: [zones, links]
}]
