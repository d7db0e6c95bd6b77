// What the layout is at the present viewport: what sticks out, how large targets and text are.
audit.layout = (() => {
  const MOST = 20;
  const parentOf = (element) => audit.seen.parentOf(element);
  const SMALLEST_TARGET = 24;
  const SMALLEST_TEXT = 12;
  // WCAG 1.4.10 excepts what needs two dimensions to be understood or used.
  const EXEMPT =
    "table, pre, code, svg, img, picture, video, audio, canvas, iframe, object, embed, math, map, " +
    "[role=table], [role=grid], [role=treegrid], [role=img], [role=application], .leaflet-container";
  const TARGETS =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, " +
    "[role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], " +
    "[role=menuitem], [role=option], [role=slider], [onclick]";
  const REGIONS = {
    banner: ".usa-banner, [class*='usa-banner'], [aria-label*='fficial' i][aria-label*='government' i]",
    header: "header[role=banner], [role=banner], body > header, header",
    search: "[role=search], search, input[type=search], form[action*='search' i] input",
    main: "main, [role=main]",
  };

  // Whether the page need not scroll for what sticks out: an ancestor cuts it off or scrolls it, or
  // it is fixed to the window, which other content has made wider.
  function contained(element, style) {
    if (style.position === "fixed") return true;
    for (let up = parentOf(element); up && up !== document.body; up = parentOf(up)) {
      if (up === document.documentElement) return false;
      const { overflowX, position } = getComputedStyle(up);
      if (overflowX !== "visible" || position === "fixed") return true;
    }
    return false;
  }

  const exempt = (element) => {
    for (let up = element; up; up = parentOf(up)) if (up.matches(EXEMPT)) return true;
    return false;
  };

  // The outermost of the elements that reach beyond the right edge of the viewport.
  function overflow(visible) {
    const edge = document.documentElement.clientWidth + 1;
    const out = { overflowing: [], overflowing_exempt: 0 };
    const sticking = new Set();
    for (const { element, style, box: own } of visible) {
      const box = withText(element, style, own);
      if (box.right + scrollX <= edge || element === document.body) continue;
      sticking.add(element);
      if (sticking.has(parentOf(element)) || contained(element, style)) continue;
      if (exempt(element) || element.querySelector(EXEMPT) && wideOnlyBy(element, edge)) out.overflowing_exempt += 1;
      else if (out.overflowing.length < MOST) out.overflowing.push(audit.box(element, box));
    }
    return out;
  }

  // The element's box, widened to hold a long word that runs out of it.
  function withText(element, style, box) {
    if (element.scrollWidth <= element.clientWidth || style.overflowX !== "visible") return box;
    let right = box.right;
    for (const node of element.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      right = Math.max(right, range.getBoundingClientRect().right);
    }
    return new DOMRect(box.left, box.top, right - box.left, box.height);
  }

  // Whether nothing but exempt content makes this element so wide.
  function wideOnlyBy(element, edge) {
    const inside = [...element.querySelectorAll("*")].filter(
      (x) => x.getBoundingClientRect().right + scrollX > edge
    );
    return inside.some((x) => x.matches(EXEMPT)) && inside.every((x) => exempt(x) || x.querySelector(EXEMPT));
  }

  function targets(visible) {
    const out = { targets: 0, small_targets: [], small_target_count: 0 };
    for (const { element, box } of visible) {
      if (!element.matches(TARGETS) || element.disabled) continue;
      out.targets += 1;
      if (box.width >= SMALLEST_TARGET && box.height >= SMALLEST_TARGET) continue;
      out.small_target_count += 1;
      if (out.small_targets.length < MOST) out.small_targets.push(audit.box(element, box));
    }
    return out;
  }

  function text(visible) {
    const out = { characters: 0, small_characters: 0 };
    for (const { element, style } of visible) {
      if (audit.withoutScripts.test(element.localName)) continue;
      let characters = 0;
      for (const node of element.childNodes) {
        if (node.nodeType === 3) characters += node.data.replace(/\s+/g, " ").trim().length;
      }
      out.characters += characters;
      if (characters && parseFloat(style.fontSize) < SMALLEST_TEXT) out.small_characters += characters;
    }
    return out;
  }

  function regions(visible) {
    const out = [];
    for (const [name, selector] of Object.entries(REGIONS)) {
      const found = visible.find(({ element }) => element.matches(selector));
      if (found) out.push([name, audit.box(found.element, found.box)]);
    }
    return out;
  }

  return () => {
    const visible = audit.seen.visible();
    const scroller = document.scrollingElement || document.documentElement;
    return {
      window_width: Math.round(innerWidth),
      document_width: scroller.scrollWidth,
      ...overflow(visible),
      ...targets(visible),
      ...text(visible),
      regions: regions(visible),
    };
  };
})();
