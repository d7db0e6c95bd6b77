// The banner's "Here's how you know" button and the panel that it opens.
audit.disclosure = (() => {
  const BUTTONS = "button, summary, [role=button], a[aria-controls], a[aria-expanded]";
  const BANNER =
    ".usa-banner, usa-banner, [class*='gov-banner' i], [aria-label*='fficial' i][aria-label*='government' i], " +
    "[aria-label*='oficial' i][aria-label*='gob' i]";
  const WORDS = /how you(?:'|’)?\s*know|how (?:do )?you (?:can )?(?:know|tell)|c[oó]mo (?:usted )?(?:lo )?(?:puede|sabe|saber)|as[ií] (?:es como|lo)/i;
  let button = null;
  let panel = null;

  function find() {
    const all = [...audit.seen.matching(BUTTONS)].filter(audit.seen.drawn);
    return (
      all.find((x) => x.matches("[class*='banner__button']")) ||
      all.find((x) => audit.seen.closest(x, BANNER)) ||
      all.find((x) => WORDS.test(audit.seen.named(x)) && x.textContent.length < 120) ||
      null
    );
  }

  function panelOf(element) {
    const root = element.getRootNode();
    for (const id of (element.getAttribute("aria-controls") || "").split(/\s+/)) {
      const found = id && root.getElementById(id);
      if (found) return found;
    }
    if (element.localName === "summary") {
      return [...element.parentElement.children].find((x) => x !== element) || null;
    }
    const banner = audit.seen.closest(element, BANNER);
    const named = banner && [...(banner.shadowRoot || banner).querySelectorAll("[class*='banner__content']")][0];
    return named || element.nextElementSibling || element.parentElement?.nextElementSibling || null;
  }

  const state = () => ({ expanded: audit.hands.expanded(button), shown: audit.seen.drawn(panel) });

  return {
    // The button, where it can be pressed, and what is so before.
    find() {
      button = find();
      if (!button) return null;
      panel = panelOf(button);
      const box = audit.box(button);
      return { button: box, ...audit.hands.point(button), ...state() };
    },
    // What is so once something has changed, or after a while.
    async after(was) {
      await audit.seen.until(() => JSON.stringify(state()) !== JSON.stringify(was), 600);
      const text = panel && audit.seen.drawn(panel) ? panel.innerText : "";
      return { ...state(), text: (text || "").replace(/\s+/g, " ").trim().slice(0, 2000), ...audit.hands.point(button) };
    },
  };
})();
