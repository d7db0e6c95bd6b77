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
  const DRAWN =
    "img, svg, picture, video, audio, canvas, iframe, object, embed, math, input, button, select, textarea, " +
    "meter, progress, hr";
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
    const out = { overflowing: [], overflowing_empty: [], overflowing_exempt: 0 };
    const sticking = new Set();
    for (const { element, style, box: own } of visible) {
      const box = withText(element, style, own);
      if (box.right + scrollX <= edge || element === document.body) continue;
      sticking.add(element);
      if (sticking.has(parentOf(element)) || contained(element, style)) continue;
      if (exempt(element) || element.querySelector(EXEMPT) && wideOnlyBy(element, edge)) out.overflowing_exempt += 1;
      else push(shows(element, edge) ? out.overflowing : out.overflowing_empty, element, box);
    }
    if (!sticking.size) out.overflowing_empty = unseen(visible, edge);
    return out;
  }

  const push = (list, element, box) => list.length < MOST && list.push(audit.box(element, box));

  // Where nothing that can be seen makes the page too wide: a margin does, or what is hidden does.
  function unseen(visible, edge) {
    const wide = (document.scrollingElement || document.documentElement).scrollWidth;
    const out = [];
    if (wide <= edge) return out;
    for (const { element, style, box } of visible) {
      const margin = parseFloat(style.marginRight) || 0;
      if (margin < 1 || Math.abs(box.right + margin + scrollX - wide) > 1 || contained(element, style)) continue;
      push(out, element, new DOMRect(box.left, box.top, box.width + margin, box.height));
    }
    const sticking = new Set();
    for (const element of out.length ? [] : audit.elements()) {
      const box = element.getBoundingClientRect();
      if (box.right + scrollX <= edge) continue;
      sticking.add(element);
      if (!sticking.has(parentOf(element)) && !contained(element, getComputedStyle(element))) push(out, element, box);
    }
    return out;
  }

  // Whether words or anything drawn of the element lie beyond the edge. Else it is empty space that
  // sticks out, whatever its color.
  function shows(element, edge) {
    for (const one of [element, ...element.querySelectorAll("*")]) {
      if (one.shadowRoot) return true;
      const beyond = one.getBoundingClientRect().right + scrollX > edge;
      if (!beyond && one.scrollWidth <= one.clientWidth) continue;
      const style = getComputedStyle(one);
      if (style.visibility !== "visible" || style.opacity === "0") continue;
      const seen = wordsBeyond(one, edge) || beyond && (one.matches(DRAWN) || painted(one, style));
      if (seen && (one === element || !contained(one, style))) return true;
    }
    return false;
  }

  const painted = (element, style) =>
    style.backgroundImage !== "none" || ["::before", "::after"].some((x) => /[^"'\s]/.test(madeUp(element, x)));

  function madeUp(element, which) {
    const { content } = getComputedStyle(element, which);
    return content === "none" || content === "normal" ? "" : content;
  }

  function wordsBeyond(element, edge) {
    for (const node of element.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().right + scrollX > edge) return true;
    }
    return false;
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
