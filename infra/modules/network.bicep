// A virtual network of the app's own: one subnet for its instances, one for private endpoints. Everything the app asks outside goes through the gateway.

@description('Name of the virtual network.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

// Flex Consumption takes one address for each instance and reserves some while it scales: a /24 is enough for 100 instances.
var addressPrefix = '10.90.0.0/16'
var appPrefix = '10.90.0.0/24'
var endpointPrefix = '10.90.1.0/27'

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${name}-out'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

// SendGrid and the platforms are on the internet, and a subnet has no way there by itself.
resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: '${name}-nat'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
  }
}

resource appSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: network
  name: 'app'
  properties: {
    addressPrefix: appPrefix
    defaultOutboundAccess: false
    natGateway: { id: gateway.id }
    delegations: [
      {
        name: 'flex-consumption'
        properties: { serviceName: 'Microsoft.App/environments' }
      }
    ]
  }
}

resource endpointSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: network
  name: 'endpoints'
  properties: {
    addressPrefix: endpointPrefix
    defaultOutboundAccess: false
    privateEndpointNetworkPolicies: 'Disabled'
  }
  // A virtual network changes one subnet at a time.
  dependsOn: [appSubnet]
}

@description('Resource id of the virtual network.')
output id string = network.id

@description('Resource id of the subnet of the app\'s instances.')
output appSubnetId string = appSubnet.id

@description('Resource id of the subnet of private endpoints.')
output endpointSubnetId string = endpointSubnet.id
