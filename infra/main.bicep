// Everything SupportPipeline needs in one resource group. `azd up` deploys it; docs/deploy.md leads through it, docs/operations.md gives the reasons.
targetScope = 'subscription'

@minLength(2)
@maxLength(40)
@description('Name of the environment, as azd knows it. It is part of the names of resources.')
param environmentName string

@minLength(1)
@description('Region of everything but the status site. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@description('Object id of whoever deploys: may write secrets into the vault. Defaults to the one who is signed in.')
param principalId string = deployer().objectId

@minLength(6)
@description('The address customers write to, on the domain whose MX record points to SendGrid.')
param supportAddress string

@description('Other addresses that customers write to, separated by commas.')
param otherAddresses string = ''

@description('Address under which customers reach the app, with https. Empty: the address Azure gives it.')
param publicUrl string = ''

@description('Who is told by mail when an incident needs somebody on call, separated by commas.')
param onCallAddresses string = ''

@description('Who gets the alerts about the software itself, separated by commas.')
param alertAddresses string = ''

@description('Public key of SendGrid\'s signed Event Webhook. Not a secret.')
param eventVerificationKey string = ''

@description('Public key of SendGrid\'s signed Inbound Parse Webhook. Not a secret.')
param inboundVerificationKey string = ''

@description('Automatic replies may be sent. False: they are kept as drafts.')
param automaticReplies bool = true

@description('Addresses and domains that mail may go to, separated by commas; for staging. Empty: everybody.')
param allowList string = ''

@description('Client id of the Microsoft Entra ID registration with the app roles. Empty: nobody can sign in, and every route for staff stays closed.')
param authClientId string = ''

@description('Connectors whose secrets are in the vault, separated by commas: x, meta, telegram, vk, line, generic, mastodon, bluesky, replies, alerts.')
param connectors string = ''

@description('Understand messages with Azure AI Language; the embedded analyzer answers when it does not. False: the embedded analyzer alone.')
param languageEnabled bool = true

@allowed(['F0', 'S'])
@description('Price tier of Azure AI Language. F0 is free up to 5,000 records a month, once per subscription.')
param languageSku string = 'S'

@description('Put storage and Language behind private endpoints in a virtual network of their own.')
param vnetEnabled bool = false

@description('Region of the status site. Another one than the app\'s, so that one outage does not take both. Empty: the same.')
param statusLocation string = ''

@description('Address of the status page, with https, when it has a domain of its own. Empty: the address of the static site.')
param statusAddress string = ''

@allowed([512, 2048, 4096])
@description('Memory of an instance in MB.')
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
@description('Most instances at once, over all groups of functions.')
param maximumInstanceCount int = 100

@minValue(0)
@maxValue(20)
@description('Instances for HTTP that are always ready. 0: none is paid while nothing happens, and the first request waits for a cold start.')
param alwaysReadyHttp int = 0

@minValue(30)
@maxValue(730)
@description('Days that logs and metrics are kept.')
param logRetentionDays int = 30

@description('Most GB of logs a day; what is more is dropped until the next day. -1: no limit.')
param logDailyCapGb int = 5

@minValue(30)
@maxValue(3650)
@description('Days that payloads are kept exactly as they were received. Cases, texts and attachments are kept until a customer is erased.')
param rawRetentionDays int = 400

@minValue(0)
@description('Budget per month in the currency of the subscription; alerts at 50, 80 and 100 percent. 0: none.')
param monthlyBudget int = 50

@description('First day the budget counts, yyyy-MM-01; azd keeps it, because a budget\'s first day cannot change. Empty: this month.')
param budgetStartDate string = ''

@description('Where an OpenTelemetry collector listens (OTLP), besides Application Insights. Empty: nowhere.')
param otlpEndpoint string = ''

@description('The first day of this month. Not to be set.')
param firstOfMonth string = utcNow('yyyy-MM-01')

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var alertReceivers = filter(map(split(alertAddresses, ','), address => trim(address)), address => !empty(address))
var connectorNames = filter(map(split(connectors, ','), connector => toLower(trim(connector))), connector => !empty(connector))

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    componentName: 'appi-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    publisherPrincipalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-${token}'
    location: location
    tags: tags
  }
}

module hostStorage 'modules/storage-host.bicep' = {
  name: 'storage-host'
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    isPublic: !vnetEnabled
  }
}

module dataStorage 'modules/storage-data.bicep' = {
  name: 'storage-data'
  scope: group
  params: {
    name: 'stdata${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    isPublic: !vnetEnabled
    rawRetentionDays: rawRetentionDays
  }
}

module statusSite 'modules/status-site.bicep' = {
  name: 'status-site'
  scope: group
  params: {
    name: 'ststat${token}'
    location: empty(statusLocation) ? location : statusLocation
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module language 'modules/language.bicep' = if (languageEnabled) {
  name: 'language'
  scope: group
  params: {
    name: 'lang-${token}'
    location: location
    tags: tags
    sku: languageSku
    principalId: identity.outputs.principalId
    isPublic: !vnetEnabled
  }
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    officerPrincipalId: principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (vnetEnabled) {
  name: 'private-endpoints'
  scope: group
  params: {
    location: location
    tags: tags
    virtualNetworkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    hostStorageId: hostStorage.outputs.id
    dataStorageId: dataStorage.outputs.id
    languageId: languageEnabled ? language!.outputs.id : ''
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    deploymentContainerUrl: hostStorage.outputs.deploymentContainerUrl
    hostBlobUri: hostStorage.outputs.blobUri
    hostQueueUri: hostStorage.outputs.queueUri
    hostTableUri: hostStorage.outputs.tableUri
    dataBlobUri: dataStorage.outputs.blobUri
    dataQueueUri: dataStorage.outputs.queueUri
    dataTableUri: dataStorage.outputs.tableUri
    statusBlobUri: statusSite.outputs.blobUri
    statusAddress: empty(statusAddress) ? statusSite.outputs.address : statusAddress
    languageEndpoint: languageEnabled ? language!.outputs.endpoint : ''
    vaultUri: vault.outputs.uri
    connectors: connectorNames
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    otlpEndpoint: otlpEndpoint
    authClientId: authClientId
    supportAddress: supportAddress
    otherAddresses: otherAddresses
    publicUrl: publicUrl
    onCallAddresses: onCallAddresses
    eventVerificationKey: eventVerificationKey
    inboundVerificationKey: inboundVerificationKey
    automaticReplies: automaticReplies
    allowList: allowList
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
  }
  // Roles have to be there before the app starts, and names have to resolve to private addresses.
  dependsOn: [privateEndpoints]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    prefix: 'alert-${environmentName}'
    actionGroupName: 'ag-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    receivers: alertReceivers
    monthlyBudget: monthlyBudget
    budgetStartDate: empty(budgetStartDate) ? firstOfMonth : budgetStartDate
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    componentId: monitoring.outputs.componentId
  }
}

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app.')
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name

@description('The vault that holds the secrets.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('Object id of the app\'s identity, for the federated credential of the sign-in.')
output AZURE_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Where the app is reached.')
output APP_URL string = functionApp.outputs.url

@description('Into SendGrid, Settings, Inbound Parse; with ?code= and the function key behind it.')
output SENDGRID_INBOUND_PARSE_URL string = '${functionApp.outputs.url}/api/inbound/email'

@description('Into SendGrid, Settings, Mail Settings, Event Webhook; with ?code= and the function key behind it.')
output SENDGRID_EVENT_WEBHOOK_URL string = '${functionApp.outputs.url}/api/webhooks/sendgrid'

@description('Into the platforms, with the connector\'s name behind it: x, meta, telegram, vk, line, generic.')
output SOCIAL_WEBHOOK_URL string = '${functionApp.outputs.url}/api/inbound/social'

@description('The redirect address of the registration for the sign-in.')
output SIGN_IN_REDIRECT_URL string = '${functionApp.outputs.url}/.auth/login/aad/callback'

@description('The public status page.')
output STATUS_URL string = empty(statusAddress) ? statusSite.outputs.address : statusAddress
