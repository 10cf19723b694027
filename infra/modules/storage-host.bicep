// Storage of the Functions host: its leases, its keys and the deployed package. Nothing of a customer is in it.

@minLength(3)
@maxLength(24)
@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Object id of the app\'s identity.')
param principalId string

@description('Reachable from the internet, for those who have a role. False: through private endpoints only.')
param isPublic bool

var roles = loadJsonContent('../roles.json')
var deploymentContainerName = 'deployments'

// Blobs: leases of timers, keys, the package. Tables: the host's diagnostic events.
var roleIds = [roles.storageBlobDataOwner, roles.storageTableDataContributor]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: { bypass: 'None', defaultAction: isPublic ? 'Allow' : 'Deny' }
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource deployments 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: deploymentContainerName
  properties: { publicAccess: 'None' }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for roleId in roleIds: {
  name: guid(account.id, principalId, roleId)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
  }
}]

@description('Resource id.')
output id string = account.id

@description('Address of blobs.')
output blobUri string = account.properties.primaryEndpoints.blob

@description('Address of queues.')
output queueUri string = account.properties.primaryEndpoints.queue

@description('Address of tables.')
output tableUri string = account.properties.primaryEndpoints.table

@description('The container that deployments are put into.')
output deploymentContainerUrl string = '${account.properties.primaryEndpoints.blob}${deployments.name}'
