#!/bin/sh
# Before the resources: the build that is published, the month the budget begins in, and the registration that staff sign in with.
set -eu

if [ "${AzureSdk:-}" != "nuget" ]; then
  echo "Set AzureSdk=nuget first (export AzureSdk=nuget): without it the app is built with stand-ins that cannot run in Azure." >&2
  exit 1
fi

if [ -z "${SUPPORT_ADDRESS:-}" ]; then
  echo "Set the address customers write to first: azd env set SUPPORT_ADDRESS support@example.com" >&2
  exit 1
fi

if [ -z "${BUDGET_START_DATE:-}" ]; then
  azd env set BUDGET_START_DATE "$(date -u +%Y-%m-01)"
fi

if [ -z "${AUTH_CLIENT_ID:-}" ]; then
  if ! command -v az >/dev/null 2>&1; then
    echo "No Azure CLI: the registration for the sign-in is not made, and routes for staff stay closed. docs/deploy.md shows how to make it." >&2
    exit 0
  fi

  client_id=$(az ad app create \
    --display-name "SupportPipeline ($AZURE_ENV_NAME)" \
    --sign-in-audience AzureADMyOrg \
    --enable-id-token-issuance true \
    --app-roles "@infra/app-roles.json" \
    --query appId --output tsv)
  az ad sp show --id "$client_id" >/dev/null 2>&1 || az ad sp create --id "$client_id" >/dev/null

  # Only people with a role may sign in at all.
  az ad sp update --id "$client_id" --set appRoleAssignmentRequired=true
  azd env set AUTH_CLIENT_ID "$client_id"
fi
