// What somebody has to be told about the software itself, and the budget. docs/operations.md has a runbook for each.

@description('What the names of the rules begin with.')
param prefix string

@description('Name of the action group.')
param actionGroupName string

@description('Region of the rules.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the workspace with the telemetry.')
param workspaceId string

@description('Mail addresses of those who are told.')
param receivers string[]

@description('Budget per month in the currency of the subscription. 0: none.')
param monthlyBudget int

@description('First day the budget counts.')
param budgetStartDate string

var names = loadJsonContent('../storage-names.json')

// The poison queues too: they are empty within seconds, unless the functions that drain them do not run.
var watchedQueues = concat(names.queues, map(names.queues, queue => '${queue}-poison'))
var queueList = '\'${join(watchedQueues, '\', \'')}\''

// Queue age in seconds: half of the time in which a customer is promised an acknowledgement.
var queueAgeSeconds = 300

// A rule alerts as soon as its query returns a row; the dimension, where there is one, makes an alert for each of its values.
var rules = [
  {
    name: 'dead-letters'
    severity: 1
    title: 'A message could not be processed and waits for a person'
    query: 'AppMetrics | where Name == "supportpipeline.dead_letters" | extend Queue = tostring(Properties["messaging.destination.name"]) | where Queue in (${queueList}) | summarize Letters = sum(Sum) by Queue | where Letters > 0'
    dimension: 'Queue'
  }
  {
    name: 'queue-age'
    severity: 1
    title: 'Messages wait too long in a queue'
    query: 'AppMetrics | where Name == "supportpipeline.queue.age" | extend Queue = tostring(Properties["messaging.destination.name"]) | where Queue in (${queueList}) | summarize Age = min(Sum / ItemCount) by Queue | where Age > ${queueAgeSeconds}'
    dimension: 'Queue'
  }
  {
    name: 'promise-missed'
    severity: 2
    title: 'A promise to a customer was missed'
    query: 'AppMetrics | where Name == "supportpipeline.promises.missed" | summarize Missed = sum(Sum) | where Missed > 0'
    dimension: ''
  }
  {
    name: 'notice-paused'
    severity: 0
    title: 'A notice to customers is stopped and waits for somebody on call'
    query: 'AppMetrics | where Name == "supportpipeline.notices.paused" | summarize Paused = sum(Sum) | where Paused > 0'
    dimension: ''
  }
  {
    name: 'error-rate'
    severity: 2
    title: 'More than 5 percent of at least 20 executions failed'
    query: 'AppRequests | summarize Failed = countif(Success == false), Executions = count() by OperationName | where Executions >= 20 and Failed * 20 > Executions'
    dimension: 'OperationName'
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'support'
    enabled: true
    emailReceivers: [for (receiver, index) in receivers: {
      name: 'receiver-${index}'
      emailAddress: receiver
      useCommonAlertSchema: true
    }]
  }
}

resource queryRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: rule.title
    description: '${rule.title}. Runbook: docs/operations.md, ${rule.name}.'
    enabled: true
    severity: rule.severity
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    // Right after the first deployment the tables do not exist yet.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: empty(rule.dimension) ? [] : [{ name: rule.dimension, operator: 'Include', values: ['*'] }]
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [group.id] }
  }
}]

// The queues are looked at every five minutes. When that is not reported the app does not run, and no other rule would notice.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${prefix}-silence'
  location: location
  tags: tags
  properties: {
    displayName: 'The app has said nothing for half an hour'
    description: 'The app has said nothing for half an hour. Runbook: docs/operations.md, silence.'
    enabled: true
    severity: 1
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "supportpipeline.queue.age"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [group.id] }
  }
}

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = if (monthlyBudget > 0) {
  name: '${prefix}-spend'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStartDate }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: receivers
        contactGroups: [group.id]
      }
      most: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: receivers
        contactGroups: [group.id]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: receivers
        contactGroups: [group.id]
      }
    }
  }
}
