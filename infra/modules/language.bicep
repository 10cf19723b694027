// Azure AI Language: sentiment, languages, key phrases, personal data. Without keys.

@minLength(2)
@maxLength(64)
@description('Name of the account, and of its subdomain.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@allowed(['F0', 'S'])
@description('Price tier.')
param sku string

@description('Object id of the app\'s identity.')
param principalId string

@description('Reachable from the internet, for those who have a role. False: through a private endpoint only.')
param isPublic bool

var roles = loadJsonContent('../roles.json')

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: { name: sku }
  properties: {
    // Signing in with an identity needs an address of the account's own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: { defaultAction: isPublic ? 'Allow' : 'Deny' }
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, roles.cognitiveServicesLanguageReader)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.cognitiveServicesLanguageReader)
  }
}

@description('Resource id.')
output id string = account.id

@description('Address of the service.')
output endpoint string = account.properties.endpoint
