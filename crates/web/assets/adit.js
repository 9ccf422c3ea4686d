// What the pages gain where script runs. Without it every page is whole: forms have a button, lists are open.
const form = document.getElementById("q");

// the language changes every word, so the whole page is asked for again
form.elements.lang?.addEventListener("change", (event) => {
  event.stopPropagation();
  form.submit();
});

// a file belongs to a form of its own
form.addEventListener("change", (event) => { if (event.target.type === "file") event.stopImmediatePropagation(); }, true);

// empty fields stay out of the address
form.addEventListener("htmx:configRequest", (event) => {
  const { parameters } = event.detail;
  for (const [name, value] of [...parameters.entries()]) if (value === "") parameters.delete(name);
});

// a slider tells its value at once, and asks while it moves
form.addEventListener("input", (event) => {
  const out = document.getElementById(event.target.dataset.out ?? "");
  if (out) out.textContent = event.target.value;
  if (event.target.classList.contains("live")) form.dispatchEvent(new Event("live"));
});

// a choice of amounts in order becomes a slider beside its list
for (const select of document.querySelectorAll("select[data-slider]")) {
  const slider = Object.assign(document.createElement("input"), {
    type: "range", min: 0, max: select.options.length - 1, step: 1, value: select.selectedIndex,
  });
  slider.setAttribute("aria-label", select.labels[0].firstChild.textContent.trim());
  const told = () => slider.setAttribute("aria-valuetext", select.options[slider.value].text);
  slider.addEventListener("input", () => {
    select.selectedIndex = slider.value;
    told();
    form.dispatchEvent(new Event("live"));
  });
  slider.addEventListener("change", (event) => event.stopPropagation());
  select.addEventListener("change", () => { slider.value = select.selectedIndex; told(); });
  told();
  select.after(slider);
}

// who ticks an instrument has chosen
for (const fieldset of document.querySelectorAll("[data-chooses]")) {
  fieldset.addEventListener("change", () => { form.elements[fieldset.dataset.chooses].value = "chosen"; });
}

// who clicks a country on the map has ticked it
form.addEventListener("click", (event) => {
  const country = event.target.closest("[data-country]")?.dataset.country;
  const box = country && form.querySelector(`[data-map] input[value="${country}"]`);
  // who is feared joins nobody
  if (!box || country === form.elements.against?.value) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
});

const words = document.documentElement.lang === "de"
  ? { link: "Link kopieren", copied: "Kopiert", png: "PNG", more: (n) => `Alle ${n} Zeilen`, less: "Weniger Zeilen", all: "Alle", none: "Keine" }
  : { link: "Copy link", copied: "Copied", png: "PNG", more: (n) => `All ${n} rows`, less: "Fewer rows", all: "All", none: "None" };

const button = (text, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: text });
  made.addEventListener("click", () => act(made));
  return made;
};

// on a narrow screen long lists begin folded
if (matchMedia("(max-width: 69.99rem)").matches) {
  for (const list of document.querySelectorAll(".members details, .contents details")) list.open = false;
}

// all or none with one click
for (const list of document.querySelectorAll(".members details")) {
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const tick = (on) => () => {
    for (const box of boxes) box.checked = on;
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  };
  const row = Object.assign(document.createElement("p"), { className: "links" });
  row.append(button(words.all, tick(true)), button(words.none, tick(false)));
  list.querySelector("summary").after(row);
}

// the picture as the server draws it, on a canvas
const png = async (link) => {
  const svg = await (await fetch(link.href)).text();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const saved = document.createElement("a");
  saved.href = canvas.toDataURL("image/png");
  saved.download = `adit-${link.closest("[data-chart]").dataset.chart}.png`;
  saved.click();
  URL.revokeObjectURL(image.src);
};

// pieces of an answer get what only script can do
const dress = (root) => {
  for (const links of root.querySelectorAll(".block > .links")) {
    if (links.querySelector("button")) continue;
    const svg = links.querySelector("a[href$='format=svg']");
    if (svg) links.append(button(words.png, () => png(svg)));
    const place = links.closest(".block").querySelector("[id^='t-']")?.id;
    links.append(button(words.link, async (made) => {
      const url = new URL(location.href);
      if (place) url.hash = place;
      await navigator.clipboard.writeText(url.href);
      made.textContent = words.copied;
      setTimeout(() => { made.textContent = words.link; }, 2000);
    }));
  }
  for (const table of root.querySelectorAll("table")) {
    const rows = table.querySelectorAll("tr.rest").length;
    const scroll = table.closest(".scroll");
    if (!rows || scroll.nextElementSibling?.classList.contains("more-rows")) continue;
    const all = words.more(table.tBodies[0].rows.length);
    table.classList.add("folded");
    const fold = button(all, (made) => {
      const folded = table.classList.toggle("folded");
      made.textContent = folded ? all : words.less;
      made.setAttribute("aria-expanded", String(!folded));
    });
    fold.classList.add("more-rows");
    fold.setAttribute("aria-expanded", "false");
    scroll.after(fold);
  }
};
dress(document);

// what takes long says so, and can be given up: the server stops when nobody waits
const busy = document.getElementById("busy");
let asking, patience;
document.body.addEventListener("htmx:beforeSend", (event) => {
  asking = event.detail.xhr;
  clearTimeout(patience);
  patience = setTimeout(() => { busy.hidden = false; }, 800);
  // whatever becomes of it; one that a newer one replaced leaves the newer one going
  asking.addEventListener("loadend", ({ target }) => {
    if (target !== asking) return;
    clearTimeout(patience);
    busy.hidden = true;
  });
});
busy.querySelector("button").addEventListener("click", () => asking?.abort());

document.body.addEventListener("htmx:afterSettle", () => {
  dress(document);
  const heading = document.querySelector("#answer h1");
  if (heading) document.getElementById("status").textContent = heading.textContent;
});
// reasons come with a status of their own, and are shown like an answer
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status >= 400 && xhr.responseText.includes("id=\"answer\"")) event.detail.shouldSwap = true;
});
