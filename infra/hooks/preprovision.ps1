# Before the resources: the build that is published, the month the budget begins in, and the registration that staff sign in with.
$ErrorActionPreference = 'Stop'

if ($env:AzureSdk -ne 'nuget') {
    throw 'Set AzureSdk=nuget first ($env:AzureSdk = "nuget"): without it the app is built with stand-ins that cannot run in Azure.'
}

if (-not $env:SUPPORT_ADDRESS) {
    throw 'Set the address customers write to first: azd env set SUPPORT_ADDRESS support@example.com'
}

if (-not $env:BUDGET_START_DATE) {
    azd env set BUDGET_START_DATE ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}

if (-not $env:AUTH_CLIENT_ID) {
    if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
        Write-Warning 'No Azure CLI: the registration for the sign-in is not made, and routes for staff stay closed. docs/deploy.md shows how to make it.'
        exit 0
    }

    $clientId = az ad app create `
        --display-name "SupportPipeline ($env:AZURE_ENV_NAME)" `
        --sign-in-audience AzureADMyOrg `
        --enable-id-token-issuance true `
        --app-roles '@infra/app-roles.json' `
        --query appId --output tsv
    if ($LASTEXITCODE -ne 0) { throw 'The registration could not be made.' }
    az ad sp show --id $clientId 2>$null | Out-Null
    if ($LASTEXITCODE -ne 0) { az ad sp create --id $clientId | Out-Null }

    # Only people with a role may sign in at all.
    az ad sp update --id $clientId --set appRoleAssignmentRequired=true
    azd env set AUTH_CLIENT_ID $clientId
}
