// The dashboard: how mail flows, what waits, what was promised, what it costs in operations.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the Application Insights component.')
param componentId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'support-desk')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Support desk'
    serializedData: loadTextContent('../workbook.json')
    sourceId: componentId
  }
}
