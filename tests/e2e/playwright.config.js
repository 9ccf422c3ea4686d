import { defineConfig } from "@playwright/test";

// Chromium is the system's own; nothing is downloaded.
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const port = process.env.ADIT_PORT ?? "8799";
const program = process.env.ADIT ?? "../../target/release/adit";

export default defineConfig({
  testDir: ".",
  timeout: 60_000,
  workers: 1,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: `${program} serve --port ${port}`,
    url: `http://127.0.0.1:${port}/api/v1/openapi.json`,
    reuseExistingServer: false,
  },
});
