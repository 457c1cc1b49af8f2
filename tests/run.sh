#!/usr/bin/env bash
# Runs every test there is and ends with one line over all of them.
set -uo pipefail
cd "$(dirname "$0")/.."
command -v node >/dev/null || { echo "Node.js 20 or later is needed to build the screens."; exit 1; }
dotnet build src/FloorManager.Web -v quiet -nologo || exit 1
dotnet build tests/FloorManager.Web.Tests -v quiet -nologo || exit 1
passed=0 failed=0 skipped=0
out=$(cd wwwroot-assets && npm run --silent check 2>&1 && npm test --silent 2>&1); code=$?
echo "$out" | tail -40
n=$(echo "$out" | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^ *Tests .*[^0-9]\([0-9][0-9]*\) passed.*/\1/p' | tail -1)
passed=$((passed + ${n:-0})); [ $code -eq 0 ] || failed=$((failed + 1))
out=$(dotnet tests/FloorManager.Web.Tests/bin/Debug/net10.0/FloorManager.Web.Tests.dll -noColor 2>&1); code=$?
echo "$out" | grep -E "FAIL|Assert|TEST EXECUTION|Total:" | tail -40
read -r t f s < <(echo "$out" | sed -n 's/.*Total: \([0-9]*\), Errors: [0-9]*, Failed: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3/p' | tail -1)
passed=$((passed + ${t:-0} - ${f:-0} - ${s:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
[ $code -eq 0 ] || [ "${f:-0}" -gt 0 ] || failed=$((failed + 1))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
