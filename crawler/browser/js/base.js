// Runs first in the isolated world of every frame; the other scripts add their functions to it.
// Methods are taken from prototypes: a page may name a form field "querySelectorAll".
globalThis.audit = (() => {
  const all = Document.prototype.querySelectorAll;
  const withoutScripts = /^(script|style|template|noscript|head|meta|link|title)$/;

  // Every element in document order, open shadow trees included.
  function* elements(root = document) {
    const found = root === document ? all.call(document, "*") : root.querySelectorAll("*");
    for (const element of found) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }

  // One step of a selector: an id where it is unique and plain, else tag and position.
  function step(element) {
    const tag = element.localName.replace(/[^\w-]/g, "\\$&");
    const parent = element.parentNode;
    if (!parent || !parent.children) return tag;
    const same = Array.prototype.filter.call(parent.children, (x) => x.localName === element.localName);
    return same.length > 1 ? `${tag}:nth-of-type(${same.indexOf(element) + 1})` : tag;
  }

  // A CSS selector, shadow hosts joined by " >>> ".
  function selector(element) {
    const steps = [];
    let node = element;
    while (node && node.nodeType === 1 && steps.length < 12) {
      const root = node.getRootNode();
      const id = node.getAttribute("id");
      if (id && /^[A-Za-z][\w-]*$/.test(id) && root.querySelectorAll(`#${id}`).length === 1) {
        steps.unshift(`#${id}`);
        return within(root, steps.join(" > "));
      }
      steps.unshift(step(node));
      if (!node.parentElement) return within(root, steps.join(" > "));
      node = node.parentElement;
    }
    return steps.join(" > ");
  }

  function within(root, path) {
    return root instanceof ShadowRoot ? `${selector(root.host)} >>> ${path}` : path;
  }

  // The element's markup; of a large one its own tags alone, for the rest could be the whole page.
  function markup(element) {
    if (element.childElementCount < 4) return element.outerHTML.slice(0, 300);
    const shell = element.cloneNode(false);
    shell.append("\u2026");
    return shell.outerHTML.slice(0, 300);
  }

  function box(element, rect = element.getBoundingClientRect()) {
    const round = (x) => Math.round(x * 10) / 10;
    return {
      selector: selector(element),
      markup: markup(element),
      left: round(rect.left + scrollX),
      top: round(rect.top + scrollY),
      width: round(rect.width),
      height: round(rect.height),
    };
  }

  return { elements, selector, markup, box, withoutScripts };
})();
