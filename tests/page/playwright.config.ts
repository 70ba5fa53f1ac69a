// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "@playwright/test";

// Debian's Chromium, with everything off that would look for the network by itself.
export default defineConfig({
  testDir: ".",
  workers: 1,
  timeout: 120_000,
  reporter: "list",
  outputDir: "results",
  use: {
    viewport: { width: 1360, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update",
      ],
    },
  },
});
