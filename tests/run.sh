#!/usr/bin/env bash
# Runs every test there is and ends with one line over all of them. A machine without a browser is given one first.
set -uo pipefail
unset CDPATH
cd -- "$(dirname -- "$0")/.." || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NO_COLOR=1
passed=0 failed=0 skipped=0
# A suite takes some minutes, on a busy machine many; one that hangs is ended and has failed.
patiently=(env)
! command -v timeout >/dev/null || patiently=(timeout -k 30 1800)
reports=$(mktemp -d) || exit 1
trap 'rm -rf -- "$reports"' EXIT

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# What one suite did: its name, what it printed, its exit code, and how many passed, failed and were skipped.
tally() {
  local name=$1 out=$2 code=$3 p=${4:-0} f=${5:-0} s=${6:-0}
  # A runner that broke off without counting, or had nothing to run, has failed too.
  if [ "$f" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$p" -eq 0 ]; }; then f=1; fi
  [ "$f" -eq 0 ] || printf '%s\n' "$out"
  echo "$name: $p passed, $f failed, $s skipped"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

test_assets() {
  local out code=0 counts
  out=$(cd wwwroot-assets && "${patiently[@]}" npm run --silent check 2>&1) || code=$?
  out+=$(cd wwwroot-assets && "${patiently[@]}" npm test --silent -- --reporter=default --reporter=json --outputFile.json="$reports/assets.json" 2>&1) || code=$?
  counts=$(node -p "const r = JSON.parse(fs.readFileSync(process.argv[1])); [r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests].join(' ')" "$reports/assets.json" 2>/dev/null)
  # shellcheck disable=SC2086
  tally wwwroot-assets "$out" "$code" $counts
}

test_project() {
  local name=$1 out code=0 total errors bad skip
  # A project that has no source yet is no fault; one that has and runs nothing is.
  [ -n "$(find "tests/$name" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ] || return 0
  out=$("${patiently[@]}" dotnet "tests/$name/bin/Debug/net10.0/$name.dll" -noColor 2>&1) || code=$?
  read -r total errors bad skip < <(printf '%s\n' "$out" \
    | sed -n 's/.*Total: \([0-9]*\), Errors: \([0-9]*\), Failed: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3 \4/p' | tail -1)
  tally "$name" "$out" "$code" "$((${total:-0} - ${bad:-0} - ${skip:-0}))" "$((${bad:-0} + ${errors:-0}))" "${skip:-0}"
}

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed to build FloorManager, and none was found."; exit 1; }
node --eval "process.exit(+process.versions.node.split('.')[0] >= 20 ? 0 : 1)" 2>/dev/null \
  || { echo "Node.js 20 or later is needed to build the screens, and none was found."; exit 1; }
if ! dotnet build FloorManager.sln -v quiet -nologo; then
  failed=1
  finish
fi

. tests/browser.sh
test_assets
for project in tests/*.Tests tests/*.BrowserTests; do test_project "$(basename "$project")"; done
finish
