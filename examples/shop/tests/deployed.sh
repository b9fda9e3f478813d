#!/bin/sh
# Runs after each deployment, where a company would tell its monitoring. Here it looks whether what was written is whole.
set -eu
cd "$(dirname "$0")/.."
echo "deployed ${BRAYER_FORMATION:?} as ${BRAYER_DEPLOY_TAG:?}"
