// Builds everything the browser loads into dist/, laid out as it is served: /assets/*.js, /assets/*.css, /assets/fonts/*.
// Each page loads one script and one style sheet beside the shared han.css, so nothing is split into chunks and nothing comes from elsewhere.
import { readdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";

const development = process.argv.includes("--dev");

const shared = {
  bundle: true,
  outdir: "dist/assets",
  minify: !development,
  sourcemap: development ? "linked" : false,
  legalComments: "none",
  target: ["es2022", "chrome105", "firefox115", "safari16"],
  logLevel: "warning",
  metafile: true,
};

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: ["src/chamber.ts", "src/queue.ts", "src/overlay.ts", "src/podium.ts", "src/seat.ts", "src/console.ts", "src/print.ts"],
    format: "esm",
    platform: "browser",
  }),
  // A classic script: a module would run after the page's load event was already on its way.
  build({ ...shared, entryPoints: ["src/enter.ts", "src/join.ts"], format: "iife", platform: "browser" }),
  // Only the font files that styles/fonts.css names are copied.
  build({
    ...shared,
    entryPoints: ["styles/console.css", "styles/enter.css", "styles/print.css", "styles/chamber.css", "styles/queue.css", "styles/overlay.css", "styles/podium.css", "styles/seat.css", "styles/han.css", "styles/icon.svg", "styles/seat.webmanifest"],
    loader: { ".woff2": "file", ".svg": "copy", ".webmanifest": "copy" },
    assetNames: "fonts/[name]",
    publicPath: "/assets",
  }),
]);

// What an earlier build left goes only now, so that a server which reads dist/ meanwhile never finds a page without its style.
const written = new Set(results.flatMap((result) => Object.keys(result.metafile.outputs)).map((path) => relative("", path)));
for (const entry of await readdir("dist", { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isFile() && !written.has(relative("", path))) await rm(path);
}
