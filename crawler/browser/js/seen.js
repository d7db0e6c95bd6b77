// What a visitor can see and reach, shared by the senses that look.
audit.seen = (() => {
  let last = null;
  const styles = new Map();

  const parentOf = (element) => element.parentElement || element.getRootNode().host || null;

  // Elements that a visitor can see: with a size, on the canvas, neither hidden nor clipped away.
  function isSeen(element, style, box) {
    if (box.width <= 1 || box.height <= 1) return false;
    if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
    return style.visibility === "visible" && style.opacity !== "0" && style.clipPath !== "inset(50%)";
  }

  // All that can be seen now, measured anew; `again` gives the last measure of the same window.
  function visible({ again = false } = {}) {
    if (again && last && last.width === innerWidth) return last.list;
    const list = [];
    for (const element of audit.elements()) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (isSeen(element, style, box)) list.push({ element, style, box });
    }
    last = { width: innerWidth, list };
    styles.clear();
    return list;
  }

  // How an element cuts or places its content, remembered until all is measured anew.
  function placed(element) {
    let found = styles.get(element);
    if (!found) {
      const { position, overflowX, overflowY } = getComputedStyle(element);
      styles.set(element, (found = { position, overflowX, overflowY }));
    }
    return found;
  }

  // Every element that matches, open shadow trees included, in document order.
  function* matching(selector) {
    for (const element of audit.elements()) if (element.matches(selector)) yield element;
  }

  // Whether it is drawn, whatever its place: neither it nor what holds it is hidden.
  function drawn(element) {
    const all = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    if (!element || !element.checkVisibility(all)) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  }

  // Whether an element is within another, through shadow roots.
  function within(element, outer) {
    for (let up = element; up; up = parentOf(up)) if (up === outer) return true;
    return false;
  }

  const closest = (element, selector) => {
    for (let up = element; up; up = parentOf(up)) if (up.matches(selector)) return up;
    return null;
  };

  const ownText = (element) => {
    for (const node of element.childNodes) if (node.nodeType === 3 && node.data.trim()) return true;
    return false;
  };

  // What a control is called, roughly: for recognition, not for judgement.
  const named = (element) =>
    [element.getAttribute("aria-label"), element.getAttribute("title"), element.textContent]
      .filter(Boolean).join(" ").replace(/\s+/g, " ").trim().slice(0, 200);

  // The topmost element at a point of the window, through open shadow roots.
  function at(x, y) {
    let found = document.elementFromPoint(x, y);
    while (found && found.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  }

  function focused() {
    let active = document.activeElement;
    while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  const frame = () => Promise.race([
    new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))),
    new Promise((done) => setTimeout(done, 100)),
  ]);

  // Resolves with the first true answer, or with the last one when the time is up.
  async function until(ask, milliseconds) {
    const ends = performance.now() + milliseconds;
    for (;;) {
      const answer = ask();
      if (answer || performance.now() > ends) return answer;
      await new Promise((done) => setTimeout(done, 40));
    }
  }

  return { parentOf, visible, placed, matching, drawn, within, closest, ownText, named, at, focused, frame, until };
})();
