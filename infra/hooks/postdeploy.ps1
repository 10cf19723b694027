# What is left to do by hand. The keys are shown by the command, never by this script.
$ErrorActionPreference = 'Stop'

Write-Host @"

SupportPipeline runs at $env:APP_URL
  Health        $env:APP_URL/api/health
  Status page   $env:STATUS_URL

Next:
  1. Function key for SendGrid:
     az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:AZURE_FUNCTION_APP_NAME --query functionKeys.default --output tsv
  2. SendGrid, Settings, Inbound Parse:   $($env:SENDGRID_INBOUND_PARSE_URL)?code=<key>   ("POST the raw, full MIME message" off)
  3. SendGrid, Mail Settings, Event Webhook:   $($env:SENDGRID_EVENT_WEBHOOK_URL)?code=<key>   (signed)
     then: azd env set SENDGRID_EVENT_KEY <public key> and azd provision
  4. MX record of the address's domain:   mx.sendgrid.net, priority 10
  5. Give people their roles: Microsoft Entra ID, Enterprise applications, SupportPipeline, Users and groups
  6. Platforms, when you use them:   $env:SOCIAL_WEBHOOK_URL/<connector>   (docs/connectors.md)

docs/deploy.md explains each step.
"@
