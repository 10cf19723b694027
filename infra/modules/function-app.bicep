// The function app on a Flex Consumption plan, its settings, and the sign-in of staff.

@description('Name of the app, and of its address.')
param name string

@description('Name of the plan. A Flex Consumption plan has one app.')
param planName string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Resource id of the subnet of the instances. Empty: no virtual network.')
param subnetId string

@description('The container that deployments are put into.')
param deploymentContainerUrl string

@description('Blobs of the host\'s storage.')
param hostBlobUri string

@description('Queues of the host\'s storage.')
param hostQueueUri string

@description('Tables of the host\'s storage.')
param hostTableUri string

@description('Blobs of the desk\'s storage.')
param dataBlobUri string

@description('Queues of the desk\'s storage.')
param dataQueueUri string

@description('Tables of the desk\'s storage.')
param dataTableUri string

@description('Blobs of the status site\'s storage.')
param statusBlobUri string

@description('Address of the status page.')
param statusAddress string

@description('Address of Azure AI Language. Empty: the embedded analyzer alone.')
param languageEndpoint string

@description('Address of the vault.')
param vaultUri string

@description('Connectors whose secrets are in the vault: names of groups in secrets.json.')
param connectors string[]

@description('Where telemetry is sent.')
param applicationInsightsConnectionString string

@description('Where an OpenTelemetry collector listens. Empty: nowhere.')
param otlpEndpoint string

@description('Client id of the registration for the sign-in. Empty: nobody can sign in.')
param authClientId string

@description('The address customers write to.')
param supportAddress string

@description('Other addresses that customers write to, separated by commas.')
param otherAddresses string

@description('Address under which customers reach the app. Empty: the one Azure gives it.')
param publicUrl string

@description('Who is told by mail when an incident needs somebody on call.')
param onCallAddresses string

@description('Public key of the signed Event Webhook.')
param eventVerificationKey string

@description('Public key of the signed Inbound Parse Webhook.')
param inboundVerificationKey string

@description('Automatic replies may be sent.')
param automaticReplies bool

@description('Addresses and domains that mail may go to. Empty: everybody.')
param allowList string

@allowed([512, 2048, 4096])
@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('Most instances at once.')
param maximumInstanceCount int

@description('Instances for HTTP that are always ready.')
param alwaysReadyHttp int

// A request waits for storage most of the time; so many at once fit into the memory with the largest mail that is taken (30 MB).
var perInstanceConcurrency = instanceMemoryMB == 512 ? 4 : instanceMemoryMB == 2048 ? 16 : 32
var hasSignIn = !empty(authClientId)
var secrets = loadJsonContent('../secrets.json')
var ownSettings = loadJsonContent('../settings.json')
var secretGroups = filter(items(secrets), group => group.key == 'desk' || contains(connectors, group.key))
var secretSettings = flatten(map(secretGroups, group => map(items(group.value), secret => {
  name: secret.key
  value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secret.value})'
})))

var plainSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: hostBlobUri
  AzureWebJobsStorage__queueServiceUri: hostQueueUri
  AzureWebJobsStorage__tableServiceUri: hostTableUri
  SupportStorage__credential: 'managedidentity'
  SupportStorage__clientId: identityClientId
  SupportStorage__blobServiceUri: dataBlobUri
  SupportStorage__queueServiceUri: dataQueueUri
  SupportStorage__tableServiceUri: dataTableUri
  StatusStorage__credential: 'managedidentity'
  StatusStorage__clientId: identityClientId
  StatusStorage__blobServiceUri: statusBlobUri
  Status__Container: '$web'
  Status__Address: statusAddress
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  Telemetry__ClientId: identityClientId
  Desk__Address: supportAddress
  Desk__OtherAddresses: otherAddresses
  Desk__PublicUrl: publicUrl
  Outages__OnCallAddresses: onCallAddresses
  SendGrid__EventVerificationKey: eventVerificationKey
  Intake__VerificationKey: inboundVerificationKey
  Replies__AutomaticEnabled: string(automaticReplies)
  Replies__AllowList: allowList
}

var languageSettings = empty(languageEndpoint) ? {} : {
  Triage__Engine: 'Azure'
  Triage__Endpoint: languageEndpoint
  Triage__Credential: 'managedidentity'
  Triage__ClientId: identityClientId
}

var otlpSettings = empty(otlpEndpoint) ? {} : {
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
}

// The app proves itself to Microsoft Entra ID with its identity: the registration has a federated credential instead of a client secret.
var signInSettings = !hasSignIn ? {} : {
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
}

var settings = union(plainSettings, languageSettings, otlpSettings, signInSettings, ownSettings)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app of its service by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyHttp == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyHttp }]
        triggers: { http: { perInstanceConcurrency: perInstanceConcurrency } }
      }
      // Instances are replaced in batches, and each one finishes what it has begun.
      siteUpdateStrategy: { type: 'RollingUpdate' }
    }
    siteConfig: {
      appSettings: concat(map(items(settings), setting => { name: setting.key, value: setting.value }), secretSettings)
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

// Deployments sign in with Microsoft Entra ID; there is no password.
resource scmCredentials 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource ftpCredentials 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

// Customers, SendGrid and platforms do not sign in, so requests without a sign-in pass; each route for staff refuses them itself.
resource signIn 'Microsoft.Web/sites/config@2025-03-01' = if (hasSignIn) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: authClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [authClientId, 'api://${authClientId}']
          defaultAuthorizationPolicy: { allowedApplications: [authClientId] }
        }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}

@description('Name of the app.')
output name string = app.name

@description('Address of the app.')
output url string = 'https://${app.properties.defaultHostName}'
