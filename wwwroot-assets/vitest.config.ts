import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests that need a page say so in their first line; a page costs most of a test file's time.
  test: { environment: "node", include: ["test/**/*.test.ts"] },
});
