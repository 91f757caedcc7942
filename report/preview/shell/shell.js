// The shell of the preview: shows what the server makes of each save, and where it stands in the sources.
// Whatever comes from a brief is set as text, never as markup; the web page itself runs no scripts.

const at = (id) => document.getElementById(id);
const frame = at("web"), sheets = at("sheets");
const BLOCKS = '[id^="b-"], [id^="s-"], [id^="note-"], [id^="ref-"]';
const WIDEST = 3200;

// What is looked at; the address remembers it, so that a reload shows the same.
const look = { brief: "", locale: "", medium: "both" };
let stream = null;
let news = null;
let webShown = "";
let places = {};
let marked = "";
let pages = null;
let closedFindings = "";

function begin() {
  const [brief, locale, medium] = decodeURIComponent(location.hash.slice(1)).split("/");
  Object.assign(look, { brief: brief ?? "", locale: locale ?? "" });
  look.medium = ["web", "pages", "both"].includes(medium) ? medium : "both";
  // The token has done its work: it need not stand in the address any longer.
  history.replaceState(null, "", "/" + location.hash);
  for (const choice of document.getElementsByName("medium")) {
    choice.checked = choice.value === look.medium;
    choice.addEventListener("change", () => turnTo({ medium: choice.value }));
  }
  at("brief").addEventListener("change", (event) => turnTo({ brief: event.target.value, locale: "" }));
  at("edition").addEventListener("change", (event) => turnTo({ locale: event.target.value }));
  at("place-close").addEventListener("click", forgetPlace);
  at("step-back").addEventListener("click", () => step(-1));
  at("step-on").addEventListener("click", () => step(1));
  at("findings-toggle").addEventListener("click", toggleFindings);
  document.addEventListener("keydown", (event) => event.key === "Escape" && forgetPlace());
  frame.addEventListener("load", listenInFrame);
  sheets.addEventListener("click", clickOnSheet);
  let resized = 0;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(drawSeen, 200);
  });
  turnTo({});
}

function turnTo(change) {
  Object.assign(look, change);
  document.body.dataset.medium = look.medium;
  const address = [look.brief, look.locale, look.medium].map(encodeURIComponent).join("/");
  history.replaceState(null, "", "#" + address);
  const asked = new URLSearchParams({ brief: look.brief, locale: look.locale, pages: look.medium === "web" ? "0" : "1" });
  stream?.close();
  stream = new EventSource("/events?" + asked);
  stream.onmessage = (event) => hear(JSON.parse(event.data));
  stream.onerror = () => {
    const isOver = stream.readyState === EventSource.CLOSED;
    at("status").textContent = isOver ? "The preview has ended; start “report watch” again" : "Connecting …";
  };
  drawSeen();
}

function hear(told) {
  if (look.brief && told.brief !== look.brief) return;
  if (look.locale && told.locale !== look.locale) return;
  if (look.brief !== told.brief || look.locale !== told.locale) {
    Object.assign(look, { brief: told.brief, locale: told.locale });
    history.replaceState(null, "", "#" + [look.brief, look.locale, look.medium].map(encodeURIComponent).join("/"));
  }
  news = told;
  document.title = `${told.brief} ${told.locale} – preview`;
  showChoices(told);
  showMarks(told);
  showFindings(told);
  const web = `${told.brief}/${told.locale}/${told.web}`;
  if (told.web && web !== webShown) showWeb(told, web);
  if (look.medium !== "web") showPages(told);
}

function showChoices(told) {
  fill(at("brief"), told.briefs.map((slug) => ({ value: slug, words: slug })), told.brief);
  at("brief").closest("label").hidden = told.briefs.length < 2;
  const editions = told.editions.map(({ locale, name, errors }) => ({
    value: locale,
    words: `${name} (${locale})${errors ? ` – ${counted(errors, "error")}` : ""}`,
  }));
  fill(at("edition"), editions, told.locale);
}

function fill(select, choices, chosen) {
  const options = choices.map(({ value, words }) => new Option(words, value, false, value === chosen));
  const isSame = options.length === select.options.length
    && options.every((option, number) => option.text === select.options[number].text);
  if (!isSame) select.replaceChildren(...options);
  select.value = chosen;
}

function showMarks(told) {
  const web = at("web-mark");
  web.classList.toggle("is-held", told.isHeld);
  web.textContent = told.isHeld ? (told.web ? "the last good page" : "held by errors") : "";
  const mark = at("pages-mark");
  const isHeld = !told.isSetting && !told.arePagesCurrent;
  mark.classList.toggle("is-busy", told.isSetting);
  mark.classList.toggle("is-held", isHeld);
  mark.textContent = told.isSetting ? "being set" : isHeld ? (told.pages ? "the last good pages" : "held by errors") : "";
  sheets.classList.toggle("is-old", Boolean(told.pages) && !told.arePagesCurrent);
  sheets.setAttribute("aria-busy", String(told.isSetting));
  at("pdf").hidden = !told.pages;
  at("pdf").href = `/pdf/${told.brief}/${told.locale}`;
  at("status").textContent = told.fault || told.isHeld ? "Held" : "Up to date";
}

// The web page

async function showWeb(told, web) {
  webShown = web;
  const address = `/web/${told.brief}/${told.locale}`;
  const answer = await fetch(address);
  const source = await answer.text();
  if (webShown !== web || !answer.ok) return;
  if (!frame.getAttribute("src")) {
    frame.src = address;
    await new Promise((done) => frame.addEventListener("load", done, { once: true }));
  } else {
    replacePage(source);
  }
  const known = await fetch(`/places/${told.brief}/${told.locale}`);
  if (webShown === web) {
    places = await known.json();
    at("step-back").disabled = at("step-on").disabled = false;
    showPlace(Object.hasOwn(places, marked) ? marked : "");
  }
}

function replacePage(source) {
  const page = frame.contentDocument;
  const place = scrollPlace();
  // The page's own parser keeps to the page's own rules of security.
  const fresh = new frame.contentWindow.DOMParser().parseFromString(source, "text/html").documentElement;
  page.replaceChild(page.adoptNode(fresh), page.documentElement);
  scrollBackTo(place);
  markBlock();
}

function scrollPlace() {
  const { contentDocument: page, contentWindow: view } = frame;
  const first = view.scrollY < 4 ? null
    : [...page.querySelectorAll(BLOCKS)].find((block) => block.getBoundingClientRect().bottom > 0);
  return { y: view.scrollY, id: first?.id, top: first?.getBoundingClientRect().top };
}

function scrollBackTo({ y, id, top }) {
  const block = id && frame.contentDocument.getElementById(id);
  frame.contentWindow.scrollTo({ top: y, behavior: "instant" });
  if (block) frame.contentWindow.scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" });
}

function listenInFrame() {
  const page = frame.contentDocument;
  page.addEventListener("click", clickInPage);
  page.addEventListener("keydown", (event) => event.key === "Escape" && forgetPlace());
}

function clickInPage(event) {
  const link = event.target.closest("a[href]");
  if (link) {
    event.preventDefault();
    follow(link);
  } else if (frame.contentWindow.getSelection().isCollapsed) {
    showPlace(blockAround(event.target));
  }
}

function follow(link) {
  const written = link.getAttribute("href");
  const [path, anchor] = written.split("#");
  const locale = /^\.\.\/([^/]+)\/[^/]+\.html$/.exec(decodeURI(path))?.[1];
  if (!path) {
    frame.contentDocument.getElementById(decodeURIComponent(anchor))?.scrollIntoView();
  } else if (locale && news.editions.some((edition) => edition.locale === locale)) {
    turnTo({ locale });
  } else if (/^https?:/.test(written)) {
    open(link.href, "_blank", "noopener,noreferrer");
  }
}

// Where a block stands in the sources

function blockAround(element) {
  for (let one = element; one; one = one.parentElement) {
    for (const name of [one.id, ...one.classList].map((name) => (name === "title-block" ? "title" : name))) {
      if (Object.hasOwn(places, name)) return name;
    }
  }
  return "";
}

function elementOf(name) {
  const page = frame.contentDocument;
  return page?.getElementById(name) ?? page?.querySelector(name === "title" ? ".title-block" : `.${CSS.escape(name)}`);
}

function showPlace(name) {
  if (!name) return forgetPlace();
  marked = name;
  const { 0: words, 1: source } = places[name];
  at("place-lines").replaceChildren(
    placeLine(source ? "translation" : "source", words),
    ...(source ? [placeLine("source text", source)] : []),
  );
  at("place").hidden = false;
  markBlock();
}

function placeLine(label, place) {
  const line = make("div", "place-line");
  const copy = make("button", "", "Copy");
  copy.type = "button";
  copy.setAttribute("aria-label", `Copy ${place}`);
  copy.addEventListener("click", () => copyPlace(copy, place));
  line.append(make("b", "", label), make("code", "", place), copy);
  return line;
}

async function copyPlace(button, place) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(place);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not copied";
  }
  setTimeout(() => (button.textContent = before), 1200);
}

function forgetPlace() {
  marked = "";
  at("place").hidden = true;
  markBlock();
}

function markBlock() {
  for (const old of frame.contentDocument?.querySelectorAll("[data-preview-mark]") ?? []) {
    old.style.outline = "";
    delete old.dataset.previewMark;
  }
  for (const old of document.querySelectorAll(".spot")) old.remove();
  if (!marked) return;
  const block = elementOf(marked);
  if (block) {
    block.dataset.previewMark = "";
    block.style.outline = "2px solid #96360f";
  }
  markSpot();
}

function step(by) {
  const names = Object.keys(places).filter(elementOf);
  names.sort((one, other) =>
    elementOf(one).compareDocumentPosition(elementOf(other)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  const seen = names.findIndex((name) => elementOf(name).getBoundingClientRect().bottom > 0);
  const now = names.indexOf(marked);
  const next = names[now < 0 ? Math.max(seen, 0) : Math.min(Math.max(now + by, 0), names.length - 1)];
  if (!next) return;
  showPlace(next);
  elementOf(next).scrollIntoView({ block: "center" });
}

// The pages

function showPages(told) {
  if (!told.pages) {
    sheets.replaceChildren();
    pages = null;
    return;
  }
  const address = `/pages/${told.brief}/${told.locale}/${told.pages.digest}`;
  if (pages?.address === address) return;
  pages = { ...told.pages, address };
  while (sheets.children.length > pages.sizes.length) sheets.lastElementChild.remove();
  while (sheets.children.length < pages.sizes.length) {
    const sheet = make("figure", "sheet");
    sheets.append(sheet);
    nearby.observe(sheet);
  }
  pages.sizes.forEach(([width, height], number) => (sheets.children[number].style.aspectRatio = `${width} / ${height}`));
  drawSeen();
  markBlock();
}

const nearby = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) target.toggleAttribute("data-near", isIntersecting);
  drawSeen();
}, { root: sheets, rootMargin: "500px" });

function drawSeen() {
  if (!pages || look.medium === "web") return;
  for (const sheet of sheets.querySelectorAll("[data-near]")) draw(sheet);
}

function draw(sheet) {
  const number = [...sheets.children].indexOf(sheet) + 1;
  const width = Math.min(WIDEST, Math.round(sheet.clientWidth * devicePixelRatio));
  const address = `${pages.address}/${number}/${width}`;
  if (!width || sheet.dataset.asked === address) return;
  sheet.dataset.asked = address;
  const picture = new Image();
  picture.alt = `Page ${number}`;
  // The old picture stays until the new one can take its place.
  picture.addEventListener("load", () => {
    if (sheet.dataset.asked !== address) return;
    sheet.querySelector("img")?.remove();
    sheet.prepend(picture);
  });
  picture.addEventListener("error", () => sheet.dataset.asked === address && delete sheet.dataset.asked);
  picture.src = address;
}

function clickOnSheet(event) {
  const sheet = event.target.closest(".sheet");
  if (!sheet || !pages) return;
  const number = [...sheets.children].indexOf(sheet) + 1;
  const box = sheet.getBoundingClientRect();
  const scale = pages.sizes[number - 1][0] / box.width;
  const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
  // Blocks begin at their spots and run down their column: the nearest one above, in the column that was hit.
  const above = pages.spots.filter(([page, left, top, name]) =>
    page === number && left <= x + 6 && top <= y + 2 && Object.hasOwn(places, name));
  const columns = above.filter(([, left]) => x - left < pages.sizes[number - 1][0] / 2);
  const [found] = (columns.length ? columns : above).sort((one, other) => other[2] - one[2]);
  showPlace(found?.[3] ?? "");
  if (found) elementOf(found[3])?.scrollIntoView({ block: "center" });
}

function markSpot() {
  const spot = pages?.spots.find(([, , , name]) => name === marked);
  if (!spot) return;
  const [number, left, top] = spot;
  const [width, height] = pages.sizes[number - 1];
  const mark = make("div", "spot");
  mark.style.left = `${(100 * left) / width - 1}%`;
  mark.style.top = `${(100 * top) / height - 0.5}%`;
  sheets.children[number - 1]?.append(mark);
}

// Findings

function showFindings(told) {
  const errors = told.findings.filter(({ severity }) => severity === "error").length;
  const warnings = told.findings.length - errors;
  const box = at("findings");
  const list = at("findings-list");
  const isQuiet = !told.findings.length && !told.fault;
  const said = JSON.stringify([told.fault, told.findings]);
  if (box.dataset.said === said) return;
  box.dataset.said = said;
  box.hidden = isQuiet;
  box.classList.toggle("has-errors", Boolean(errors || told.fault));
  list.replaceChildren(...(told.fault ? [faultLine(told.fault)] : []), ...told.findings.map(findingLine));
  at("findings-toggle").textContent =
    [told.fault && "a fault", errors && counted(errors, "error"), warnings && counted(warnings, "warning")]
      .filter(Boolean).join(", ") + (told.isHeld && told.web ? " – the last good page is shown" : "");
  openFindings(Boolean(errors || told.fault) && closedFindings !== said);
}

function findingLine({ severity, code, message, hint, place }) {
  const line = make("li", `finding is-${severity === "error" ? "error" : "warning"}`);
  const button = make("button", "finding-place");
  button.type = "button";
  button.title = "Copy this place";
  button.append(make("code", "", place));
  button.addEventListener("click", () => copyPlace(button.firstChild, place));
  line.append(button, make("span", "finding-code", `${severity} ${code}`), " ", make("p", "finding-message", message));
  if (hint) line.append(make("p", "finding-hint", hint));
  return line;
}

function faultLine(fault) {
  const line = make("li", "finding is-error");
  line.append(make("p", "finding-message", fault));
  return line;
}

function openFindings(isOpen) {
  at("findings-toggle").setAttribute("aria-expanded", String(isOpen));
  at("findings-list").hidden = !isOpen;
}

function toggleFindings() {
  const isOpen = at("findings-toggle").getAttribute("aria-expanded") === "true";
  closedFindings = isOpen ? at("findings").dataset.said : "";
  openFindings(!isOpen);
}

function counted(count, word) {
  return `${count} ${word}${count > 1 ? "s" : ""}`;
}

function make(kind, name, words = "") {
  const element = document.createElement(kind);
  if (name) element.className = name;
  element.textContent = words;
  return element;
}

begin();
