// What text is lost under a visitor's own settings: cut off, or covered by other text.
audit.strains = (() => {
  const MOST = 20;
  const MOST_RECTS = 6000;
  const ROW = 40;
  // WCAG 1.4.12, all four at once.
  const SPACING =
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" +
    "p{margin-bottom:2em!important}";
  const TURN =
    /(rotate|turn)\s+(your|the|this)\s+(device|phone|screen|tablet)|portrait (mode|orientation) only|(gire|rote|voltee)\s+(su|el|tu)\s+(dispositivo|tel[eé]fono|pantalla)/i;
  const cutters = new Map();
  const apart = new Map();
  let before = null;
  let upright = null;

  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";

  // The nearest box that cuts an element's content off; null where what is cut can be scrolled to.
  // What is in the flow has its parent's answer, remembered while nothing moves.
  function cutter(element) {
    if (cutters.has(element)) return cutters.get(element);
    const { position, overflowX, overflowY } = audit.seen.placed(element);
    const up = audit.seen.parentOf(element);
    const inFlow = position === "static" || position === "relative" || position === "sticky";
    const plain = overflowX === "visible" && overflowY === "visible" && inFlow && up;
    const found = plain && up !== document.body ? cutter(up) : cutterAbove(element);
    cutters.set(element, found);
    return found;
  }

  function cutterAbove(element) {
    let escapes = "";
    for (let up = element; up && up !== document.body && up !== document.documentElement; up = audit.seen.parentOf(up)) {
      const { position, overflowX, overflowY } = audit.seen.placed(up);
      const holds = escapes !== "absolute" || position !== "static";
      if (holds && (scrolls(overflowX) || scrolls(overflowY))) return null;
      if (holds && (cuts(overflowX) || cuts(overflowY))) return up;
      if (position === "fixed") return null;
      if (position === "absolute") escapes = "absolute";
      else if (holds) escapes = "";
    }
    return null;
  }

  function isApart(element) {
    if (!apart.has(element)) {
      const up = audit.seen.parentOf(element);
      const { position } = audit.seen.placed(element);
      apart.set(element, position === "fixed" || position === "sticky" || Boolean(up && isApart(up)));
    }
    return apart.get(element);
  }

  // The lines of text that can be seen, with their elements and what cuts them.
  function lines(again) {
    const found = [];
    const range = document.createRange();
    const visible = audit.seen.visible({ again });
    cutters.clear();
    apart.clear();
    for (const { element } of visible) {
      if (audit.withoutScripts.test(element.localName) || !audit.seen.ownText(element)) continue;
      const cut = cutter(element);
      const isFixed = isApart(element);
      for (const node of element.childNodes) {
        if (node.nodeType !== 3 || !node.data.trim()) continue;
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
          if (rect.width > 2 && rect.height > 2) found.push({ element, rect, cut, isFixed });
        }
        if (found.length > MOST_RECTS) return found;
      }
    }
    return found;
  }

  // Boxes of which a visitor sees a part of the text and another part is cut off.
  function clipped(all) {
    const boxes = new Map();
    for (const { rect, cut } of all) {
      if (!cut) continue;
      if (!boxes.has(cut)) boxes.set(cut, { box: cut.getBoundingClientRect(), shown: false, lost: false });
      const one = boxes.get(cut);
      const { box } = one;
      const { overflowX, overflowY } = audit.seen.placed(cut);
      const beside = rect.right <= box.left || rect.left >= box.right;
      const beyond = rect.bottom <= box.top + 2 || rect.top >= box.bottom - 2;
      if (!beside && !beyond) one.shown = true;
      if (beside) continue;
      const slack = Math.max(3, rect.height * 0.3);
      if (cuts(overflowY) && rect.bottom > box.bottom + slack) one.lost = true;
      if (cuts(overflowX) && !beyond && rect.right > box.right + 3) one.lost = true;
    }
    const small = ({ box }) => box.width <= 2 || box.height <= 2;
    return new Set([...boxes].filter(([, x]) => x.shown && x.lost && !small(x)).map(([x]) => x));
  }

  // What is left of a line within the box that cuts it.
  function shownPart({ rect, cut }) {
    if (!cut) return rect;
    const box = cut.getBoundingClientRect();
    const [left, top] = [Math.max(rect.left, box.left), Math.max(rect.top, box.top)];
    const [right, bottom] = [Math.min(rect.right, box.right), Math.min(rect.bottom, box.bottom)];
    return { left, top, right, bottom, height: bottom - top };
  }

  const overlap = (a, b) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 3 && down > Math.max(3, 0.3 * Math.min(a.height, b.height));
  };

  // Pairs of elements whose lines of text cover each other: element to the set of the others.
  function covered(all) {
    const rows = new Map();
    const pairs = new Map();
    for (const line of all) {
      if (line.isFixed) continue;
      const part = shownPart(line);
      if (part.bottom - part.top < 2 || part.right - part.left < 2) continue;
      for (let row = Math.floor(part.top / ROW); row <= Math.floor(part.bottom / ROW); row += 1) {
        if (!rows.has(row)) rows.set(row, []);
        const others = rows.get(row);
        for (const other of others) {
          if (!overlap(part, other.part) || other.element === line.element) continue;
          if (other.element.contains(line.element) || line.element.contains(other.element)) continue;
          if (!pairs.has(line.element)) pairs.set(line.element, new Set());
          pairs.get(line.element).add(other.element);
        }
        if (others.length < 200) others.push({ element: line.element, part });
      }
    }
    return pairs;
  }

  function measure({ again = false } = {}) {
    const all = lines(again);
    return { clipped: clipped(all), covered: covered(all) };
  }

  const met = (pairs, a, b) => pairs.get(a)?.has(b) || pairs.get(b)?.has(a);

  // What is so now and was not so before.
  function lost() {
    const now = measure();
    const cut = [...now.clipped].filter((x) => !before.clipped.has(x));
    const hidden = [...now.covered].filter(([x, others]) => [...others].some((y) => !met(before.covered, x, y)));
    return {
      ...audit.strains.widths(),
      clipped: cut.slice(0, MOST).map((x) => audit.box(x)),
      clipped_count: cut.length,
      overlapping: hidden.slice(0, MOST).map(([x]) => audit.box(x)),
      overlapping_count: hidden.length,
    };
  }

  const roots = () => [document, ...[...audit.elements()].map((x) => x.shadowRoot).filter(Boolean)];

  // Do something while a style sheet of ours is in force; no element of the page is touched.
  audit.styled = (text, work) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const all = roots();
    for (const root of all) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    try {
      return work();
    } finally {
      for (const root of all) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((x) => x !== sheet);
    }
  };

  // Text that asks for the phone to be turned, and whether the page is turned by its style.
  function posture() {
    const text = document.body ? document.body.innerText || "" : "";
    const asked = text.split("\n").some((line) => line.length < 300 && TURN.test(line));
    return { characters: text.length, asked, turned: isTurned(document.documentElement, 0) };
  }

  // Whether the page, or an element that fills most of the window, is turned by a quarter.
  function isTurned(element, depth) {
    const box = element.getBoundingClientRect();
    if (depth && box.width * box.height <= 0.5 * innerWidth * innerHeight) return false;
    const { transform, rotate } = getComputedStyle(element);
    if (/^-?(90|270)deg$/.test(rotate || "")) return true;
    const [, b, c] = transform && transform !== "none" ? transform.match(/-?[\d.e-]+/g).map(Number) : [];
    if (Math.abs(b) > 0.9 && Math.abs(c) > 0.9) return true;
    return depth < 6 && Array.prototype.some.call(element.children, (x) => isTurned(x, depth + 1));
  }

  return {
    start: () => void (before = measure({ again: true })),
    spacing: () => audit.styled(SPACING, lost),
    zoom: async () => {
      await audit.seen.frame();
      return lost();
    },
    widths: () => ({
      window_width: Math.round(innerWidth),
      document_width: (document.scrollingElement || document.documentElement).scrollWidth,
    }),
    upright: () => void (upright = posture()),
    landscape: async () => {
      await audit.seen.frame();
      const now = posture();
      const gone = upright.characters > 200 && now.characters < 0.2 * upright.characters;
      const locked = (now.asked && !upright.asked) || now.turned !== upright.turned || gone;
      return { ...audit.strains.widths(), locked };
    },
  };
})();
