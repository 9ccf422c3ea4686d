// The pages and what they are asked here.
export const PAGES = [
  ["overview", "/?for=DEU"],
  ["material", "/material?for=DEU&material=gallium"],
  ["whatif", "/whatif?for=DEU&material=gallium&months=6"],
  ["stockpile", "/stockpile?for=DEU"],
  ["pathways", "/pathways?for=DEU&material=gallium&package=together"],
  ["alliance", "/alliance?for=DEU"],
  ["method", "/method"],
  ["chapter", "/method/model/market.md"],
  ["sources", "/method/sources"],
  ["briefing", "/briefing?for=DEU"],
  ["explain", "/explain?key=gallium.passes_through&for=DEU"],
  ["purchases", "/purchases?for=DEU"],
  ["api", "/api"],
];

export const LANGUAGES = ["de", "en"];

export const inLanguage = (path, lang) => path + (path.includes("?") ? "&" : "?") + `lang=${lang}`;

// Everything that goes wrong in a page: errors in the console, failed requests, refused content.
export const watch = (page) => {
  const found = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) found.push(message.text()); });
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("requestfailed", (request) => {
    // a request that a newer one replaced is no failure
    if (request.failure()?.errorText !== "net::ERR_ABORTED") found.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => { if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`); });
  return found;
};
