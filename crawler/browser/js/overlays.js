// What covers the page: modal dialogs, and what is fixed to the window over 30 % of it or more.
audit.overlays = (() => {
  const MOST = 20;
  const PART = 0.3;
  const ACROSS = 16;
  const DOWN = 10;
  const DIALOG = "dialog[open], [role=dialog], [role=alertdialog]";

  const inWindow = (box) =>
    Math.max(0, Math.min(box.right, innerWidth) - Math.max(box.left, 0)) *
    Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));

  // A shell that holds the page itself is no overlay, however it is placed.
  const isShell = (element) => [...audit.seen.matching("main, [role=main], h1")].some((x) => audit.seen.within(x, element) && !audit.seen.closest(x, DIALOG));

  const painted = (element, style = getComputedStyle(element)) =>
    !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor) || style.backgroundImage !== "none" ||
    style.backdropFilter && style.backdropFilter !== "none" ||
    /^(img|video|canvas|iframe|svg|path|object|embed)$/.test(element.localName) || audit.seen.ownText(element);

  function isPainted(hit, outer) {
    for (let up = hit; up; up = audit.seen.parentOf(up)) {
      if (painted(up)) return true;
      if (up === outer) return false;
    }
    return false;
  }

  // Whether something of the page's own lies under an element at a point.
  const covers = (x, y, element) =>
    document.elementsFromPoint(x, y).some((below) =>
      !audit.seen.within(below, element) && !audit.seen.within(element, below) && painted(below));

  // The parts of the window that an element takes, and those where it lies over other content.
  function taken(element) {
    let own = 0, over = 0;
    for (let row = 0; row < DOWN; row += 1) {
      for (let column = 0; column < ACROSS; column += 1) {
        const [x, y] = [((column + 0.5) * innerWidth) / ACROSS, ((row + 0.5) * innerHeight) / DOWN];
        const hit = audit.seen.at(x, y);
        if (!hit || !audit.seen.within(hit, element) || !isPainted(hit, element)) continue;
        own += 1;
        if (covers(x, y, element)) over += 1;
      }
    }
    return [own / (ACROSS * DOWN), over / (ACROSS * DOWN)];
  }

  const isModal = (element) => {
    const native = element.localName === "dialog" && element.matches(":modal");
    return native || (element.matches(DIALOG) && element.getAttribute("aria-modal") === "true");
  };

  function isOverlay({ element, style, box }) {
    if (!audit.seen.drawn(element) || inWindow(box) === 0) return false;
    if (isModal(element)) return true;
    const apart = style.position === "fixed" || style.position === "sticky" || element.matches(DIALOG);
    const large = inWindow(box) >= PART * innerWidth * innerHeight;
    if (!apart || !large || isShell(element)) return false;
    const [own, over] = taken(element);
    return own >= PART && over > 0.02;
  }

  return () => {
    const found = [];
    for (const one of audit.seen.visible({ again: true })) {
      if (found.length >= MOST) break;
      if (found.some(({ element }) => audit.seen.within(one.element, element))) continue;
      if (isOverlay(one)) found.push(one);
    }
    return found.map(({ element, box }) => audit.box(element, box));
  };
})();
