import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { LANGUAGES, PAGES, inLanguage, watch } from "./pages.js";

const SHOTS = process.env.ADIT_SHOTS;
const WIDTHS = [390, 1280, 1920];

for (const [name, path] of PAGES) {
  for (const lang of LANGUAGES) {
    test(`${name} in ${lang}: whole, quiet, accessible, light and dark`, async ({ page }) => {
      const trouble = watch(page);
      await page.goto(inLanguage(path, lang));
      await page.waitForLoadState("networkidle");
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.locator("h1").first()).not.toBeEmpty();
      await expect(page.locator("body")).not.toContainText(/⟦|NaN|\{ ?\$/);
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme });
        const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
        const told = found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
        expect(told, `${scheme}`).toEqual([]);
      }
      expect(trouble).toEqual([]);
    });

    test(`${name} in ${lang}: whole without script`, async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const response = await page.goto(inLanguage(path, lang));
      expect(response.status()).toBe(200);
      await expect(page.locator("h1").first()).not.toBeEmpty();
      await expect(page.locator("form#q button").first()).toBeVisible();
      // every row is there: nothing waits for script to be unfolded
      expect(await page.locator("tr.rest").evaluateAll((rows) => rows.every((row) => row.offsetHeight > 0))).toBe(true);
      await context.close();
    });
  }

  test(`${name}: no page scrolls sideways`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(inLanguage(path, "de"));
      await page.waitForLoadState("networkidle");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${width} px`).toBeLessThanOrEqual(0);
      if (SHOTS) {
        mkdirSync(SHOTS, { recursive: true });
        for (const scheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.screenshot({ path: `${SHOTS}/${name}-${width}-${scheme}.png`, fullPage: width === 390 });
        }
        await page.emulateMedia({ colorScheme: "light" });
      }
    }
  });
}
