// www/page/page.js
import "./define.js";

// www/state/strokes.js
var MAX_STROKES = 500;
var MAX_POINTS = 2e4;
var MAX_COORDINATE = 8;

// www/state/link.js
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
var WIDE = "-";
function scale(wide) {
  return wide ? { digits: 3, from: -MAX_COORDINATE, size: 2 * MAX_COORDINATE, levels: 64 ** 3 - 1 } : { digits: 2, from: 0, size: 1, levels: 64 ** 2 - 1 };
}
function encodeStrokes(strokes) {
  return strokes.map((stroke) => encodeStroke(thin(stroke))).join(".");
}
function encodeStroke(stroke) {
  const wide = !stroke.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1);
  const { digits, from, size, levels } = scale(wide);
  let text = wide ? WIDE : "";
  for (const value of stroke.flatMap(({ x, y }) => [x, y])) {
    const level = Math.round(levels * (value - from) / size);
    for (let i = digits - 1; i >= 0; i--) text += ALPHABET[level >> 6 * i & 63];
  }
  return text;
}
function decodeStrokes(text) {
  if (text.length > 6 * MAX_POINTS + 2 * MAX_STROKES || !/^[\w.-]*$/.test(text)) return null;
  const strokes = [];
  let count = 0;
  for (const part of text.split(".")) {
    if (part === "") continue;
    const stroke = decodeStroke(part);
    if (!stroke) return null;
    count += stroke.length;
    strokes.push(stroke);
  }
  return strokes.length <= MAX_STROKES && count <= MAX_POINTS ? strokes : null;
}
function decodeStroke(part) {
  const wide = part.length % 2 === 1 && part.startsWith(WIDE);
  const { digits, from, size, levels } = scale(wide);
  const letters = wide ? part.slice(WIDE.length) : part;
  if (letters === "" || letters.length % (2 * digits) !== 0) return null;
  const value = (at) => {
    let level = 0;
    for (let i = at; i < at + digits; i++) level = 64 * level + ALPHABET.indexOf(letters[i]);
    return from + size * level / levels;
  };
  const stroke = [];
  for (let i = 0; i < letters.length; i += 2 * digits) {
    stroke.push({ x: value(i), y: value(i + digits) });
  }
  return stroke;
}
var THINNED = 500;
function thin(stroke, tolerance = 3e-3) {
  if (stroke.length < 3) return stroke;
  const end = stroke.length - 1;
  const keep = new Uint8Array(stroke.length);
  keep[end] = 1;
  const ranges = [];
  for (let from = 0; from < end; from += THINNED)
    ranges.push([from, Math.min(from + THINNED, end)]);
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [from, to] = range;
    keep[from] = 1;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const distance = distanceToSegment(stroke[i], stroke[from], stroke[to]);
      if (distance > worst) {
        worst = distance;
        at = i;
      }
    }
    if (at < 0) continue;
    ranges.push([from, at], [at, to]);
  }
  return stroke.filter((_, i) => keep[i]);
}
function distanceToSegment(p, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0;
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// www/page/page.js
var demo = (
  /** @type {GsaDemo} */
  document.querySelector("gsa-demo")
);
function byId(id) {
  return (
    /** @type {HTMLElement} */
    document.getElementById(id)
  );
}
var THEMES = ["system", "light", "dark"];
var themeButton = byId("theme");
function setTheme(theme2) {
  if (theme2 === "system") {
    delete document.documentElement.dataset.theme;
    demo.removeAttribute("theme");
  } else {
    document.documentElement.dataset.theme = theme2;
    demo.setAttribute("theme", theme2);
  }
  const name = theme2 === "system" ? "as the system" : theme2;
  themeButton.setAttribute("aria-label", `Colours: ${name}`);
  themeButton.title = `Colours: ${name}`;
}
var theme = "system";
try {
  const kept = localStorage.getItem("gsa-theme") ?? "";
  if (THEMES.includes(kept)) theme = kept;
} catch {
}
setTheme(theme);
themeButton.addEventListener("click", () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  setTheme(theme);
  try {
    localStorage.setItem("gsa-theme", theme);
  } catch {
  }
});
var engine = new URLSearchParams(location.search).get("engine");
if (engine) demo.setAttribute("engine", engine);
function readAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const written = parameters.get("s") ?? "";
  if (!written) return;
  const strokes = decodeStrokes(written);
  if (!strokes || strokes.length === 0) {
    tell("The drawing in this link is damaged.");
    return;
  }
  const angle = Number(parameters.get("a") ?? 0);
  demo.strokes = strokes;
  demo.angle = Number.isFinite(angle) ? angle : 0;
}
function address() {
  const url = new URL(location.href);
  url.hash = `a=${demo.angle}&s=${encodeStrokes(demo.strokes)}`;
  return url.href;
}
var silence;
function tell(text) {
  byId("told").textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => byId("told").textContent = "", 4e3);
}
readAddress();
addEventListener("hashchange", readAddress);
byId("share").addEventListener("click", async () => {
  if (demo.strokes.length === 0) {
    tell("Draw something first.");
    return;
  }
  const link = address();
  try {
    history.replaceState(null, "", link);
  } catch {
  }
  try {
    await navigator.clipboard.writeText(link);
    tell("The link is copied.");
  } catch {
    tell("The link is in the address bar.");
  }
});
byId("save").addEventListener("click", async () => {
  try {
    const picture = await demo.toBlob();
    const link = document.createElement("a");
    link.download = "gsa-net.png";
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
    tell("The picture is saved.");
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
});
//# sourceMappingURL=page.js.map
