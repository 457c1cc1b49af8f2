# Sourced by run.sh: finds the browser of the browser tests, or installs one, and leaves its path in CHROMIUM. Where only Playwright's own works,
# CHROMIUM stays empty and Playwright finds it by itself.
playwright=$PWD/tests/FloorManager.BrowserTests/bin/Debug/net10.0/.playwright/package

installed() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    # A name that cannot run – a stub that points to a shop, a library that is missing – is no browser.
    if [ -n "$name" ] && "$name" --version >/dev/null 2>&1; then command -v "$name"; return; fi
  done
  return 1
}

playwrights_own() {
  node -e "require(process.argv[1]).chromium.launch({ args: ['--no-sandbox'] }).then((browser) => browser.close())" "$playwright" >/dev/null 2>&1
}

from_the_distribution() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null \
    && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null
}

if CHROMIUM=$(installed); then
  export CHROMIUM
elif unset CHROMIUM; ! playwrights_own; then
  echo "No Chromium here yet: installing one."
  node "$playwright/cli.js" install chromium >/dev/null 2>&1 || echo "Playwright's own could not be downloaded."
  if ! playwrights_own; then
    from_the_distribution
    if CHROMIUM=$(installed); then export CHROMIUM; else unset CHROMIUM; echo "No Chromium could be installed: the browser tests will fail. Install one and name it in CHROMIUM."; fi
  fi
fi
# Set but empty: Playwright's own, and not whatever has the name of a browser.
export CHROMIUM="${CHROMIUM:-}"
