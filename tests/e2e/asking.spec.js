import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { watch } from "./pages.js";

const table = (page, id) => page.locator(`section[aria-labelledby="t-${id}"] table`);

test("what if: moving a control changes the number, and the link gives it again", async ({ page, browser }) => {
  const trouble = watch(page);
  await page.goto("/whatif?for=DEU&material=gallium&months=3&lang=de");
  const lead = page.locator("#answer .head p").first();
  const before = await lead.innerText();
  await page.locator("#months").fill("12");
  await expect(lead).not.toHaveText(before);
  await expect(page.locator("#months-out")).toHaveText("12");
  // the whole answer follows the rough one, which says that it is rough
  await expect(page.getByText("Spannen aus 8 Ziehungen")).toHaveCount(0);
  await expect(page).toHaveURL(/months=12/);
  const text = await page.locator("#answer").innerText();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  expect(await other.locator("#answer").innerText()).toBe(text);
  expect(trouble).toEqual([]);
});

test("what if without script: the button asks", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/whatif?for=DEU&lang=en");
  await page.selectOption("#material", "tungsten");
  await page.selectOption("#kind", "quota");
  await page.locator("#share").fill("0.5");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/material=tungsten/);
  await expect(page.locator("h1")).toContainText("50%");
});

test("the question is kept from page to page, and the language changes all words", async ({ page }) => {
  await page.goto("/?for=DEU&lang=de");
  await page.selectOption("#for", "JPN");
  await expect(page.locator("#answer h2").first()).toContainText("Japan");
  await page.getByRole("link", { name: "Was wäre wenn" }).click();
  await expect(page.locator("#for")).toHaveValue("JPN");
  await page.selectOption("#lang", "en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#for")).toHaveValue("JPN");
  await expect(page.getByRole("link", { name: "Overview" })).toBeVisible();
});

test("back and forward give the answers again", async ({ page }) => {
  await page.goto("/whatif?for=DEU&material=gallium&lang=en");
  await page.selectOption("#material", "tungsten");
  await expect(page.locator("h1")).toContainText("tungsten");
  await page.goBack();
  await expect(page.locator("h1")).toContainText("gallium");
});

test("downloads hold the figures that are shown", async ({ page }) => {
  await page.goto("/material?for=DEU&material=gallium&lang=en");
  const shown = await table(page, "exposure").locator("tbody td").nth(5).innerText();
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('section[aria-labelledby="t-exposure"] a', { hasText: "CSV" }).click(),
  ]);
  const [head, row] = readFileSync(await csv.path(), "utf8").trim().split("\n").map((line) => line.split(","));
  const value = Number(row[head.indexOf("passes_through")]);
  expect(`${Math.round(value * 100)}%`).toBe(shown.trim());
  const chart = page.locator("[data-chart=chain]");
  const [svg] = await Promise.all([page.waitForEvent("download"), chart.getByRole("link", { name: "SVG" }).click()]);
  const drawn = readFileSync(await svg.path(), "utf8");
  expect(drawn).toContain("<style>");
  for (const label of await chart.locator("svg:visible text").allTextContents()) expect(drawn).toContain(label.trim().replace("&", "&amp;"));
  const [png] = await Promise.all([page.waitForEvent("download"), chart.getByRole("button", { name: "PNG" }).click()]);
  expect(readFileSync(await png.path()).subarray(1, 4).toString()).toBe("PNG");
});

test("a number leads to where it comes from, and on to its parts", async ({ page }) => {
  await page.goto("/material?for=DEU&material=gallium&lang=de");
  await table(page, "exposure").locator("tbody td a").first().click();
  await expect(page.locator("h1")).toHaveText("Woher diese Zahl kommt");
  await page.locator(".facts a").first().click();
  await expect(page.locator("h1")).toHaveText("Woher diese Zahl kommt");
});

test("overview: sorted by link, years follow by themselves", async ({ page }) => {
  await page.goto("/?for=DEU&lang=de");
  await expect(table(page, "overview").locator("thead")).toContainText("verkraftbar ab", { timeout: 30_000 });
  await table(page, "overview").getByRole("link", { name: "Raffiniert in China" }).click();
  await expect(page.locator("th[aria-sort]")).toContainText("Raffiniert");
  const shares = await table(page, "overview").locator("tbody tr td:nth-child(3)").allInnerTexts();
  const numbers = shares.map((text) => parseFloat(text.replace("<", ""))).filter(Number.isFinite);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});

test("pathways: ticking an instrument switches to the own choice", async ({ page }) => {
  await page.goto("/pathways?for=DEU&material=gallium&package=baseline&lang=de");
  const before = await page.locator("h1").innerText();
  await page.getByRole("checkbox", { name: "Mindestpreis" }).check();
  await expect(page.locator("#package")).toHaveValue("chosen");
  await expect(page).toHaveURL(/measures=floor/);
  await expect(page.locator("h1")).not.toHaveText(before, { timeout: 30_000 });
});

test("alliance: a member fewer, another answer", async ({ page }) => {
  await page.goto("/alliance?for=DEU&lang=en");
  const lead = page.locator("#answer .head p").first();
  const before = await lead.innerText();
  await page.getByRole("checkbox", { name: "Brazil" }).uncheck();
  await expect(lead).not.toHaveText(before);
});

test("own purchases: answered, wrong rows named, nothing kept", async ({ page }) => {
  await page.goto("/purchases?for=DEU&lang=de");
  const file = (text) => ({ name: "einkauf.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const template = await (await page.request.get("/purchases/template.csv")).text();
  await page.setInputFiles("#file", file(template));
  await page.getByRole("button", { name: "Auswerten" }).click();
  await expect(page.locator("#answer table")).toContainText("Gallium");
  await page.setInputFiles("#file", file(template.replace("Japan", "Atlantis").replace("gallium", "unobtainium")));
  await page.getByRole("button", { name: "Auswerten" }).click();
  const told = page.locator("[role=alert]");
  await expect(told).toContainText("einkauf.csv: Zeile 2");
  await expect(told).toContainText("Atlantis");
});

test("wrong questions say what would be right, in the page", async ({ page }) => {
  const response = await page.goto("/whatif?material=unobtainium&months=99&colour=red&lang=de");
  expect(response.status()).toBe(400);
  const told = page.locator(".problems");
  await expect(told).toContainText("months: `99`; erwartet: eine ganze Zahl, 1–36");
  await expect(told).toContainText("colour");
});

test("keyboard: skip link first, then pages, question, answer; focus is seen", async ({ page }) => {
  await page.goto("/?for=DEU&lang=en");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Skip to the answer");
  const outline = await page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineWidth);
  expect(outline).toBe("3px");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").evaluate((element) => Boolean(element.closest("#answer")))).toBe(true);
});

test("what takes long says so and can be given up", async ({ page }) => {
  await page.goto("/stockpile?for=DEU&lang=de");
  await page.route("**/stockpile?*", async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 4000); });
    await route.continue().catch(() => {});
  });
  const before = await page.locator("h1").innerText();
  await page.selectOption("#budget", { index: 1 });
  await expect(page.locator("#busy")).toBeVisible();
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await expect(page.locator("#busy")).toBeHidden();
  await page.waitForTimeout(4500);
  expect(await page.locator("h1").innerText()).toBe(before);
});
