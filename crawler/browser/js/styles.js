// How the page looks, as computed: fonts, colors, sheets, and the flag in the banner.
audit.styles = (() => {
  const MOST = 10;
  const BANNER =
    ".usa-banner, usa-banner, [class*='usa-banner'], [class*='gov-banner'], " +
    "[aria-label*='fficial' i][aria-label*='government' i], [aria-label*='oficial' i][aria-label*='gob' i]";

  const add = (counts, key, by) => counts.set(key, (counts.get(key) || 0) + by);
  const most = (counts) => [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST);

  // "#rrggbb" of an opaque or nearly opaque color, else "".
  function hex(color) {
    const parts = /^rgba?\(([^)]*)\)$/.exec(color);
    const [red, green, blue, alpha = 1] = parts ? parts[1].split(/[\s,/]+/).map(Number) : [];
    if (!parts || !(alpha >= 0.5)) return "";
    return "#" + [red, green, blue].map((x) => Math.round(x).toString(16).padStart(2, "0")).join("");
  }

  const family = (names) => (/^\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/.exec(names) || []).slice(1).find(Boolean) || "";

  function characters(element) {
    let count = 0;
    for (const node of element.childNodes) {
      if (node.nodeType === 3) count += node.data.replace(/\s+/g, " ").trim().length;
    }
    return count;
  }

  function sheets() {
    const found = new Set();
    for (const root of [document, ...shadows()]) {
      for (const sheet of root.styleSheets) found.add(sheet.href || "inline");
    }
    return [...found].slice(0, 200);
  }

  function* shadows() {
    for (const element of audit.elements()) if (element.shadowRoot) yield element.shadowRoot;
  }

  // Whether a picture of a flag was loaded and drawn within the banner.
  function flag(visible) {
    const banners = visible.filter(({ element }) => element.matches(BANNER)).map(({ element }) => element);
    if (!banners.length) return null;
    for (const { element, style } of visible) {
      if (!banners.some((banner) => audit.seen.within(element, banner))) continue;
      if (element.localName === "img") {
        const text = `${element.currentSrc || element.src} ${element.alt} ${element.className}`;
        if (/flag|bandera/i.test(text) && element.complete && element.naturalWidth > 0) return true;
      } else if (/flag/i.test(style.backgroundImage)) return true;
      else if (element.localName === "svg" && /flag|bandera/i.test(element.outerHTML.slice(0, 2000))) return true;
    }
    return false;
  }

  return () => {
    const visible = audit.seen.visible({ again: true });
    const fonts = new Map();
    const colors = new Map();
    for (const { element, style } of visible) {
      if (audit.withoutScripts.test(element.localName)) continue;
      const length = characters(element);
      if (length) add(fonts, family(style.fontFamily), length);
      const shown = [hex(style.backgroundColor), length ? hex(style.color) : ""];
      for (const color of new Set(shown)) if (color) add(colors, color, 1);
    }
    return {
      fonts: most(fonts),
      colors: most(colors),
      sheets: sheets(),
      quirks: document.compatMode === "BackCompat",
      banner_flag: flag(visible),
    };
  };
})();
