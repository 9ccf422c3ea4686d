import { expect, test } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { PAGES, inLanguage } from "./pages.js";

test("headers: no inline script, nothing from elsewhere", async ({ request }) => {
  for (const path of ["/", "/assets/adit.js", "/api/v1/materials", "/nothing"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("no path leads out of the assets or to files", async ({ request }) => {
  for (const path of ["/assets/../Cargo.toml", "/assets/%2e%2e/Cargo.toml", "/assets/..%2f..%2fetc%2fpasswd", "/method/../../Cargo.toml",
    "/method/%2e%2e/%2e%2e/Cargo.toml", "/method//etc/passwd"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  for (const query of ["for=/etc/passwd", "for=members.csv", "package=/etc/passwd", "package=own.toml"]) {
    const response = await request.get(`/api/v1/simulate?material=gallium&${query}`);
    expect(response.status(), query).toBe(400);
    expect(JSON.stringify(await response.json())).not.toMatch(/No such file|permission|root:/i);
  }
});

test("other sites cannot write", async ({ request }) => {
  const multipart = { file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("material\n") } };
  for (const headers of [{ Origin: "http://elsewhere.example" }, { "Sec-Fetch-Site": "cross-site" }]) {
    expect((await request.post("/purchases", { multipart, headers })).status()).toBe(403);
  }
  expect((await request.delete("/purchases")).status()).toBe(405);
});

test("too large, too long, too many: a reason each", async ({ request }) => {
  const buffer = Buffer.alloc(3 * 1024 * 1024, "a");
  const large = await request.post("/purchases", { multipart: { file: { name: "a.csv", mimeType: "text/csv", buffer } } });
  expect(large.status()).toBe(413);
  const long = await request.get(`/api/v1/exposure?for=${"x".repeat(10_000)}`);
  expect(long.status()).toBe(414);
  const all = await Promise.all(Array.from({ length: 300 }, (_, n) => request.get(`/api/v1/exposure?against=X${n}`)));
  // wrong, or one too many at once: never a failure of the server
  for (const response of all) expect([400, 429]).toContain(response.status());
  expect(all.some((response) => response.status() === 400)).toBe(true);
});

test("progress of a long question, and what it ends with", async ({ request }) => {
  const text = await (await request.get("/api/v1/simulate/events?material=lithium&for=KOR")).text();
  expect(text).toMatch(/event: answer\ndata: \{"address":"\/api\/v1\/simulate\?for=KOR/);
  const wrong = await request.get("/api/v1/simulate/events?material=lithium&for=Atlantis");
  expect(await wrong.text()).toContain("event: refusal");
});

test("every page weighs less than 600 kB, map and script included", async ({ page, request }) => {
  const shared = await Promise.all(["/assets/adit.css", "/assets/adit.js", "/assets/htmx.min.js", "/assets/icon.svg"]
    .map(async (path) => gzipSync(await (await request.get(path)).body()).length));
  const assets = shared.reduce((sum, size) => sum + size, 0);
  for (const [name, path] of PAGES) {
    const html = await (await request.get(inLanguage(path, "de"))).body();
    const weight = assets + gzipSync(html).length;
    console.log(`${name}: ${Math.round(weight / 1000)} kB compressed`);
    expect(weight, name).toBeLessThan(600_000);
  }
});
