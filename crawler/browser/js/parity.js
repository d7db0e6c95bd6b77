// What of the page is there on this screen; what a closed menu or disclosure holds is there too.
audit.parity = (() => {
  const MOST_WORDS = 20000;
  const HOLDER =
    "details, [role=tabpanel], [role=menu], [role=dialog], dialog, [popover], nav, [role=navigation], " +
    "[class*=accordion i], [class*=collaps i], [class*=menu i], [class*=drawer i], [class*=nav i], " +
    "[class*=tab-p i], [class*=tabs i], [class*=dropdown i], [class*=offcanvas i], [class*=flyout i]";
  const KINDS = {
    links: "a[href]",
    forms: "form",
    controls: "input:not([type=hidden]), select, textarea, button, [role=button]",
    searches: "[role=search], search, input[type=search], form[action*=search i]",
  };
  const ANY = Object.values(KINDS).join(", ");
  const ASIDE = "header, footer, nav, [role=banner], [role=navigation], [role=contentinfo]";
  let desktop = null;

  // Ids that a control of the page opens.
  function opened() {
    const ids = new Set();
    for (const element of audit.seen.matching("[aria-controls], [data-target], [data-bs-target], a[href^='#'][aria-expanded]")) {
      for (const name of ["aria-controls", "data-target", "data-bs-target", "href"]) {
        for (const id of (element.getAttribute(name) || "").split(/\s+/)) if (id) ids.add(id.replace(/^#/, ""));
      }
    }
    return ids;
  }

  // Whether what is hidden can be opened by a visitor, as far as its names tell.
  function reachable(element, ids) {
    for (let up = element; up && up !== document.body; up = audit.seen.parentOf(up)) {
      if (ids.has(up.id) && up.id || up.matches(HOLDER)) return true;
    }
    return false;
  }

  const words = (text, into) => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []) {
      if (into.total >= MOST_WORDS) return;
      into.total += 1;
      into.counts.set(word, (into.counts.get(word) || 0) + 1);
    }
  };

  function look(phone) {
    const ids = phone ? opened() : null;
    const known = new Map();
    // Shown itself, or in something closed that opens; asked once for each element.
    const there = (element) => {
      if (!known.has(element)) {
        const shown = element.checkVisibility({ visibilityProperty: true });
        known.set(element, shown || (phone && reachable(element, ids)));
      }
      return known.get(element);
    };
    const found = { words: { total: 0, counts: new Map() } };
    for (const kind of Object.keys(KINDS)) found[kind] = 0;
    const hasMain = !audit.seen.matching("main, [role=main]").next().done;
    const text = new Map();
    // Whether text there is of the page's main part; children have their parent's answer.
    const isMain = (element) => {
      if (!text.has(element)) {
        const up = audit.seen.parentOf(element);
        const own = element.matches(hasMain ? "main, [role=main]" : ASIDE);
        text.set(element, own ? hasMain : up ? isMain(up) : !hasMain);
      }
      return text.get(element);
    };
    for (const element of audit.elements()) {
      if (element.matches(ANY) && there(element)) {
        for (const kind of Object.keys(KINDS)) if (element.matches(KINDS[kind])) found[kind] += 1;
      }
      if (audit.withoutScripts.test(element.localName) || !audit.seen.ownText(element)) continue;
      if (!isMain(element) || !there(element)) continue;
      for (const node of element.childNodes) if (node.nodeType === 3) words(node.data, found.words);
    }
    return found;
  }

  return {
    desktop: () => void (desktop = look(false)),
    phone: async () => {
      await audit.seen.frame();
      const phone = look(true);
      let same = 0;
      for (const [word, count] of desktop.words.counts) same += Math.min(count, phone.words.counts.get(word) || 0);
      const out = { words: [desktop.words.total, same] };
      for (const kind of Object.keys(KINDS)) out[kind] = [desktop[kind], phone[kind]];
      return out;
    },
    words: () => {
      const all = { total: 0, counts: new Map() };
      words(document.body ? document.body.innerText : "", all);
      return [...all.counts];
    },
  };
})();
