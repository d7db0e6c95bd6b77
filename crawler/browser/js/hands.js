// Before a click or a tap: where an element can be hit, and what lies over it.
audit.hands = {
  point(element) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const box = element.getClientRects()[0];
    if (!box || !box.width || !box.height) return { x: 0, y: 0, cover: "nothing is drawn" };
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = audit.seen.at(x, y);
    const clear = hit && (audit.seen.within(hit, element) || audit.seen.within(element, hit) && hit.localName === "label");
    return { x, y, cover: clear ? "" : hit ? audit.selector(hit) : "it lies outside of the window" };
  },
  // Where the button stands now, which may be beyond the window.
  expanded: (element) => {
    if (element.localName === "summary" && element.parentElement) {
      return String(element.parentElement.hasAttribute("open"));
    }
    return element.getAttribute("aria-expanded") || "";
  },
};
