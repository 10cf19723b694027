# After the resources and before the app: the secrets it starts with, and what the sign-in needs to know of it.
$ErrorActionPreference = 'Stop'
$vault = $env:AZURE_KEY_VAULT_NAME

function Test-Secret([string]$name) {
    az keyvault secret show --vault-name $vault --name $name --query id --output tsv 2>$null | Out-Null
    return $LASTEXITCODE -eq 0
}

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    Write-Warning "No Azure CLI: put the secrets desk-signing-key and sendgrid-api-key into $vault by hand (docs/deploy.md)."
    exit 0
}

# Signs links in mails. Made once: a new one makes every link that was sent worthless.
if (-not (Test-Secret 'desk-signing-key')) {
    $bytes = [byte[]]::new(32)
    [System.Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    $key = [Convert]::ToBase64String($bytes)

    # The role on the vault may be a minute old.
    for ($try = 1; ; $try++) {
        az keyvault secret set --vault-name $vault --name desk-signing-key --value $key --output none
        if ($LASTEXITCODE -eq 0) { break }
        if ($try -ge 6) { throw 'The key that signs links could not be put into the vault.' }
        Start-Sleep -Seconds 20
    }
}

if ($env:SENDGRID_API_KEY) {
    az keyvault secret set --vault-name $vault --name sendgrid-api-key --value $env:SENDGRID_API_KEY --output none
}
elseif (-not (Test-Secret 'sendgrid-api-key')) {
    Write-Host 'Put the SendGrid key into the vault; the app does not start without it:'
    Write-Host "  az keyvault secret set --vault-name $vault --name sendgrid-api-key --value <key>"
}

if ($env:AUTH_CLIENT_ID) {
    az ad app update --id $env:AUTH_CLIENT_ID --web-redirect-uris $env:SIGN_IN_REDIRECT_URL

    # The app proves itself with its identity; there is no client secret to lose or to renew.
    $known = az ad app federated-credential list --id $env:AUTH_CLIENT_ID --query "[?name=='function-app'].name" --output tsv
    if (-not $known) {
        $tenant = az account show --query tenantId --output tsv
        $file = New-TemporaryFile
        @{
            name = 'function-app'
            issuer = "https://login.microsoftonline.com/$tenant/v2.0"
            subject = $env:AZURE_IDENTITY_PRINCIPAL_ID
            audiences = @('api://AzureADTokenExchange')
        } | ConvertTo-Json | Set-Content $file
        az ad app federated-credential create --id $env:AUTH_CLIENT_ID --parameters "@$file" --output none
        Remove-Item $file
    }
}
