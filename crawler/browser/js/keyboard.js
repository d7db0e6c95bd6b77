// Follows the focus while Tab is pressed: what it reaches, what it misses, where it is caught.
audit.keyboard = (() => {
  const MOST_STOPS = 200;
  const MOST = 20;
  const LONGEST_LOOP = 25;
  const OPERABLE =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], " +
    "[contenteditable]:not([contenteditable=false i]), [role=button], [role=link], [role=checkbox], [role=radio], " +
    "[role=switch], [role=slider], [role=spinbutton], [role=combobox], [role=textbox], [role=searchbox], [role=tab], " +
    "[role=menuitem], [role=option], [role=treeitem], [role=gridcell], [onclick]";
  // Of these one part has the focus at a time, and arrow keys lead to the others (ARIA APG).
  const COMPOSITE =
    "[role=tablist], [role=menu], [role=menubar], [role=grid], [role=treegrid], [role=tree], [role=listbox], " +
    "[role=radiogroup], [role=toolbar], [role=feed], [role=combobox]";
  const FRAME = /^(iframe|frame|object|embed)$/;
  // Several presses of Tab stay within one of these.
  const MANY_PARTS = /^(date|time|month|week|datetime-local)$/;
  const FULL = 12;
  // Milliseconds until the last of such scripts has come.
  const LATE = 30;
  const LEADS_NOWHERE = /#$|^javascript:/i;

  let operable = [];
  let stops = [];
  let ids = new Map();
  let route = [];
  let begun = false;
  let look = null;
  let listening = false;
  let passOver = false;
  let escapedAt = -1;
  // What moves the focus when no press of Tab is being answered is a script that came late.
  let answering = false;
  let jumped = false;

  const isNowhere = (x) => !x || x === document.body || x === document.documentElement;
  // Nobody outside can tell where in it the focus is.
  const isSealed = (x) => /^(audio|video)$/.test(x.localName) || FRAME.test(x.localName) || x.localName.includes("-") && !x.shadowRoot;

  // Elements that look operable by keyboard and are not excused from being a stop of their own.
  function expected() {
    const found = [];
    for (const { element } of audit.seen.visible()) {
      if (!element.matches(OPERABLE) || element.matches(":disabled, [aria-disabled=true i]")) continue;
      if (!audit.seen.drawn(element) || audit.seen.closest(element, "[inert], [aria-hidden=true i]")) continue;
      if (element.localName === "summary" && !element.matches("details > summary:first-of-type")) continue;
      if (isNowhere(element) || onlyDelegates(element)) continue;
      found.push(element);
    }
    return found;
  }

  // A handler on something that no one can tell from text is no control; nor is a label's.
  function onlyDelegates(element) {
    if (element.matches(OPERABLE.replace(", [onclick]", ""))) return false;
    if (/^(label|form|body|html|fieldset|legend|iframe|option|area)$/.test(element.localName)) return true;
    return Boolean(element.querySelector(OPERABLE) || audit.seen.closest(audit.seen.parentOf(element), OPERABLE));
  }

  // What the focus could change: outline first, for mostly it is that.
  const outline = (style) =>
    style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 || /^rgba\(.*, 0\)$/.test(style.outlineColor)
      ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;

  const looks = (style) => [
    outline(style), style.boxShadow, style.backgroundColor, style.backgroundImage, style.color,
    style.borderTopColor, style.borderTopWidth, style.borderBottomColor, style.borderBottomWidth,
    style.borderLeftColor, style.borderLeftWidth, style.textDecorationLine, style.textDecorationColor,
    style.opacity, style.visibility, style.transform, style.filter, style.fontWeight, style.clip, style.clipPath,
    style.left, style.top, style.width, style.height, style.fill, style.stroke,
  ].join("|");

  function around(element) {
    const found = [element];
    for (let up = audit.seen.parentOf(element), n = 0; !isNowhere(up) && n < 3; up = audit.seen.parentOf(up), n += 1) found.push(up);
    const labels = element.labels ? [...element.labels].slice(0, 2) : [];
    found.push(...[...element.children].slice(0, 3), element.nextElementSibling, ...labels);
    return found.filter(Boolean);
  }

  // [element, pseudo-element or null, its look] of all that could show the focus.
  function lookOf(element) {
    const parts = around(element).map((x) => [x, null, looks(getComputedStyle(x))]);
    for (const x of [element, element.nextElementSibling].filter(Boolean)) {
      for (const name of ["::before", "::after"]) parts.push([x, name, pseudo(x, name)]);
    }
    return parts;
  }

  function pseudo(element, name) {
    const style = getComputedStyle(element, name);
    return style.content === "none" ? "" : style.content + looks(style);
  }

  // Whether any part looks otherwise; the part that has the focus now shows its own.
  function differs(element, parts) {
    const now = audit.seen.focused();
    return parts.some(([x, name, was]) => {
      if (audit.seen.within(now, x) && !audit.seen.within(element, x)) return false;
      return (name ? pseudo(x, name) : looks(getComputedStyle(x))) !== was;
    });
  }

  const TYPED = /^(text|search|email|url|tel|password|number|date|time|month|week|datetime-local)$/;
  const hasCaret = (x) => x.localName === "textarea" || x.isContentEditable || (x.localName === "input" && TYPED.test(x.type));

  // A sentinel that hands the focus on is nothing to look at.
  const isEmpty = (x) => {
    const box = x.getBoundingClientRect();
    return (box.width <= 1 || box.height <= 1) && !audit.seen.named(x) && !/^(a|button|input|select)$/.test(x.localName);
  };

  function takeLook(element) {
    if (isSealed(element) || isEmpty(element)) return null;
    const own = outline(getComputedStyle(element));
    return { element, outline: own, full: own ? [] : lookOf(element) };
  }

  // Whether the look of the last stop is another now that the focus has left it.
  function compare() {
    if (!look) return;
    const { element, outline: own, full } = look;
    const stop = stops[ids.get(element)];
    look = null;
    if (!stop || !element.isConnected || element === audit.seen.focused()) return;
    const changed = own ? outline(getComputedStyle(element)) !== own : differs(element, full);
    stop.visible = stop.visible || changed || hasCaret(element);
  }

  function note(element) {
    if (isNowhere(element)) {
      compare();
      route.push(-1);
      return;
    }
    if (!look || look.element !== element) compare();
    if (!ids.has(element)) {
      ids.set(element, stops.length);
      stops.push({ element, visible: null });
    }
    route.push(ids.get(element));
    if (stops[ids.get(element)].visible === null) look = takeLook(element);
  }

  function pressed(event) {
    if (!listening || event.key !== "Tab") return;
    answering = true;
    setTimeout(() => void (answering = false), 0);
    if (passOver) passOver = false;
    else if (!begun) begun = true;
    else note(audit.seen.focused());
  }
  // The first listener of all: no page can keep the key from it.
  addEventListener("keydown", pressed, true);
  addEventListener("focusin", () => void (jumped = jumped || listening && !answering), true);

  // Whether the focus came back to where the walk began, or found nothing at all.
  function ended() {
    const last = route.length - 1;
    if (last >= 2 && route.slice(-3).every((x) => x === -1)) return true;
    const home = route.find((x) => x !== -1);
    const away = route.indexOf(-1, route.indexOf(home));
    return away !== -1 && route.indexOf(home, away) !== -1;
  }

  // The stops that the focus went round three times without leaving the page, else null.
  function loop() {
    for (let period = 1; period <= LONGEST_LOOP && period * 3 <= route.length; period += 1) {
      const tail = route.slice(-3 * period);
      if (tail.some((x) => x < 0) || !tail.every((x, i) => x === tail[i % period])) continue;
      const { element } = stops[tail[0]];
      if (period === 1 && (isSealed(element) || MANY_PARTS.test(element.type) && !same(route.slice(-FULL)))) continue;
      return new Set(tail);
    }
    return null;
  }

  const same = (tail) => tail.length === FULL && tail.every((x) => x === tail[0]);

  const modal = () =>
    [...audit.seen.matching("dialog[open], [aria-modal=true i]")].find((x) => (x.localName === "dialog" ? x.matches(":modal") : audit.seen.drawn(x)));

  // Operable elements without focus, but for those that another way leads to; of a walk that did not
  // come to its end, those that it has passed.
  function unreached(complete) {
    const reached = stops.map((x) => x.element);
    const had = new Set(reached);
    const held = modal();
    const hrefs = new Set(reached.map((x) => x.href).filter((x) => x && !LEADS_NOWHERE.test(x)));
    const groups = new Set(reached.filter((x) => x.type === "radio").map((x) => x.name));
    const last = reached[reached.length - 1];
    const above = new Set();
    for (const x of reached) for (let up = audit.seen.parentOf(x); up && !above.has(up); up = audit.seen.parentOf(up)) above.add(up);
    return operable.filter((x) => {
      if (had.has(x) || !audit.seen.drawn(x) || x.matches(":disabled") || above.has(x)) return false;
      if (held && !audit.seen.within(x, held)) return false;
      if (x.type === "radio" && groups.has(x.name) || x.href && hrefs.has(x.href)) return false;
      if (audit.seen.closest(x, "[inert], [aria-hidden=true i]")) return false;
      const part = audit.seen.closest(audit.seen.parentOf(x), COMPOSITE);
      if (part && reached.some((y) => audit.seen.within(y, part) || part.getAttribute("aria-activedescendant"))) return false;
      if (audit.seen.closest(audit.seen.parentOf(x), "a[href], button, summary, label")) return false;
      return complete || (last && x.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
  }

  // The next Tab leads to the first stop of all, wherever the focus was.
  function fromTop() {
    const root = document.documentElement;
    const had = root.getAttribute("tabindex");
    root.setAttribute("tabindex", "-1");
    root.focus({ preventScroll: true });
    if (had === null) root.removeAttribute("tabindex");
    else root.setAttribute("tabindex", had);
    root.blur();
    scrollTo(0, 0);
  }

  const stop = ({ element, visible }) => ({ selector: audit.selector(element), markup: audit.markup(element), visible });

  return {
    start() {
      operable = expected();
      [stops, ids, route, begun, look, listening, passOver, escapedAt] = [[], new Map(), [], false, null, true, false, -1];
      fromTop();
      [answering, jumped] = [false, false];
      // A change of look that takes its time would not be seen at the next press.
      audit.keyboard.still = new CSSStyleSheet();
      audit.keyboard.still.replaceSync("*,*::before,*::after{transition:none!important}");
      for (const root of [document, ...[...audit.elements()].map((x) => x.shadowRoot).filter(Boolean)]) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, audit.keyboard.still];
      }
      return operable.length;
    },
    // After some presses: "end", "loop" or "on". A frame is left: it is one stop, and not ours.
    read() {
      const active = audit.seen.focused();
      if (active && FRAME.test(active.localName)) {
        note(active);
        const before = jumped;
        active.blur();
        active.focus({ preventScroll: true });
        active.blur();
        jumped = before;
        passOver = true;
      }
      if (ended()) return "end";
      const caught = loop();
      if (!caught) return "on";
      if (escapedAt < 0) return "loop";
      const since = route.slice(escapedAt);
      return since.length > caught.size && since.every((x) => caught.has(x)) ? "trap" : "loop";
    },
    // Whether scripts moved the focus by themselves; such a walk is made again, slowly.
    jumped: async () => {
      if (!stops.length || jumped) return jumped;
      // Where the focus is already, no script can be seen to bring it.
      audit.seen.focused()?.blur?.();
      await new Promise((done) => setTimeout(done, LATE));
      return jumped;
    },
    escaping: () => void (escapedAt = route.length),
    // Escape led out: go on, and look for another loop.
    out: () => void ((escapedAt = -1), route.push(-2)),
    // The first stop, focused, where it is a link into the page: whether its target is there.
    skip() {
      const link = stops[0] && stops[0].element;
      if (!link || link.localName !== "a" || stops.length < 2) return null;
      const [page, name] = link.href.split("#");
      if (!name || page !== location.href.split("#")[0]) return null;
      audit.keyboard.target = audit.keyboard.named(name);
      if (!audit.keyboard.target) return false;
      link.focus();
      return audit.seen.focused() === link ? true : null;
    },
    named(name) {
      let id = name;
      try {
        id = decodeURIComponent(name);
      } catch {}
      const get = Document.prototype.getElementById;
      return get.call(document, id) || get.call(document, name) ||
        [...audit.seen.matching("a[name]")].find((x) => x.name === id) || null;
    },
    // Whether the focus is in the link's target, or at the next stop after its start.
    landed(next) {
      const active = audit.seen.focused();
      const target = audit.keyboard.target;
      if (!isNowhere(active) && audit.seen.within(active, target)) return true;
      if (!next || isNowhere(active)) return false;
      return Boolean(target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING);
    },
    finish(state) {
      note(audit.seen.focused());
      audit.seen.focused()?.blur?.();
      compare();
      listening = false;
      const complete = state === "end";
      const missed = unreached(complete || state === "trap");
      const last = route.slice(escapedAt).filter((x) => x >= 0);
      const caught = state === "trap" ? loop() || new Set(last) : new Set();
      const held = modal();
      const inModal = held && [...caught].every((x) => stops[x] && audit.seen.within(stops[x].element, held));
      const trap = caught.size && !inModal && missed.length ? stops[Math.min(...caught)] : null;
      return {
        complete: complete || (state === "trap" && !trap),
        interactive: operable.length,
        stops: stops.slice(0, MOST_STOPS).map(stop),
        unreached: missed.slice(0, MOST).map((x) => audit.box(x)),
        unreached_count: missed.length,
        trap: trap ? stop(trap) : null,
      };
    },
    leave(url) {
      for (const root of [document, ...[...audit.elements()].map((x) => x.shadowRoot).filter(Boolean)]) {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((x) => x !== audit.keyboard.still);
      }
      if (location.href !== url) history.replaceState(history.state, "", url);
      audit.seen.focused()?.blur?.();
      scrollTo(0, 0);
    },
  };
})();
