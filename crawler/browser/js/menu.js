// The button of the collapsed menu on a phone, and the links that it brings into view.
audit.menu = (() => {
  const BUTTONS =
    "button, [role=button], a, summary, label, input[type=button], input[type=image], [aria-controls], [aria-haspopup]";
  const KNOWN =
    /(^|[\s_-])(usa-menu-btn|navbar-toggler?|navbar-toggle|nav-toggler?|nav-toggle|menu-toggler?|menu-toggle|menu-btn|menu-button|mobile-menu|mobile-nav|hamburger|burger|offcanvas-toggle|slicknav_btn|meanmenu-reveal|toggle-menu|toggle-nav)(?![a-z])/i;
  const WORDS = /^\W*((open|show|toggle|view|main|site|primary|mobile|abrir|mostrar|ver)\s+)*(the\s+|el\s+)?(menu|men[uú]|navigation|nav|navegaci[oó]n|≡|☰)(\s+(button|principal|toggle|menu|del sitio))*\W*$/i;
  let button = null;

  const inView = (element) => {
    if (!audit.seen.drawn(element)) return false;
    const box = element.getBoundingClientRect();
    if (box.right <= 2 || box.left >= innerWidth - 2) return false;
    for (let up = audit.seen.parentOf(element); up && up !== document.body; up = audit.seen.parentOf(up)) {
      const { overflowX, overflowY } = getComputedStyle(up);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const outer = up.getBoundingClientRect();
      if (outer.width <= 1 || outer.height <= 1) return false;
      if (overflowY !== "auto" && overflowY !== "scroll" && (box.top >= outer.bottom || box.bottom <= outer.top)) return false;
    }
    return true;
  };

  const links = () => [...audit.seen.matching("a[href]")].filter(inView).length;

  function held(element) {
    const root = element.getRootNode();
    const names = ["aria-controls", "data-target", "data-bs-target"].map((x) => element.getAttribute(x) || "");
    const id = names.join(" ").split(/\s+/).find(Boolean);
    const found = id && root.getElementById(id.replace(/^[#.]/, ""));
    return found ? found.querySelectorAll("a[href]").length : 0;
  }

  // How much a button looks like that of the site's collapsed menu; 0 for one that does not.
  function score(element) {
    if (!inView(element) || audit.seen.closest(element, "main, [role=main], footer, [class*='usa-banner']")) return 0;
    const place = element.getBoundingClientRect();
    if (place.top + scrollY > 600 || place.width > innerWidth * 0.98 && place.height > 200) return 0;
    const classes = `${element.getAttribute("class") || ""} ${element.id || ""}`;
    const name = element.getAttribute("aria-label") || element.textContent || element.value || element.title || "";
    const words = WORDS.test(name.replace(/\s+/g, " ").trim().slice(0, 60));
    if (element.localName === "a" && !/^(#|javascript:|$)/i.test(element.getAttribute("href") || "")) return 0;
    if (/skip|search|close|usa-nav__close/i.test(classes)) return 0;
    let points = (KNOWN.test(classes) ? 3 : 0) + (words ? 3 : 0);
    if (held(element) >= 3) points += points || audit.seen.closest(element, "header, nav, [role=banner]") && !audit.seen.closest(element, "li") ? 2 : 0;
    return points >= 2 && (points > 2 || element.hasAttribute("aria-expanded")) ? points : 0;
  }

  function find() {
    let best = null, most = 0;
    for (const element of audit.seen.matching(BUTTONS)) {
      const points = score(element);
      if (points > most) [best, most] = [element, points];
    }
    return best;
  }

  return {
    find() {
      scrollTo(0, 0);
      button = find();
      if (!button) return null;
      const box = audit.box(button);
      return { button: box, ...audit.hands.point(button), links: links(), expanded: audit.hands.expanded(button) };
    },
    // How many links there are once there are more than before, or after a while.
    async opened(before) {
      await audit.seen.until(() => links() > before, 700);
      await audit.seen.frame();
      return { links: links(), expanded: audit.hands.expanded(button) };
    },
    // Ask the menu to close, as a visitor would; whether there are no more links than before.
    async closed(before) {
      return Boolean(await audit.seen.until(() => links() <= before, 500));
    },
    again: () => audit.hands.point(button),
    closer() {
      for (const element of audit.seen.matching("button, [role=button], a")) {
        const name = `${element.getAttribute("class") || ""} ${audit.seen.named(element).slice(0, 40)}`;
        if (/(^|[\s_-])(close|cerrar)(?![a-z])/i.test(name) && inView(element)) return audit.hands.point(element);
      }
      return null;
    },
    // A label is no stop of the keyboard, but what it is for may be one.
    focus() {
      const target = button.localName === "label" && button.control ? button.control : button;
      target.focus({ preventScroll: true });
      return audit.seen.focused() === target;
    },
  };
})();
