// The document as it is now, open shadow roots written as declarative templates; with a limit of
// 0 only its title.
audit.dom = (limit) => {
  const shadowRoots = [];
  for (const element of limit ? audit.elements() : []) {
    if (element.shadowRoot) shadowRoots.push(element.shadowRoot);
  }
  const root = document.documentElement;
  const type = document.doctype;
  const prologue = type ? new XMLSerializer().serializeToString(type) + "\n" : "";
  let html = prologue;
  if (root && limit) {
    const open = root.cloneNode(false).outerHTML.replace(/<\/[^>]*>$/, "");
    html += open + root.getHTML({ shadowRoots }) + `</${root.localName}>`;
  }
  const title = all => (all ? all.textContent.replace(/\s+/g, " ").trim() : "");
  return {
    title: title(Document.prototype.querySelector.call(document, "head > title, title")).slice(0, 1000),
    html: html.length > limit ? null : html,
    length: html.length,
    heap: performance.memory ? performance.memory.usedJSHeapSize : 0,
    type: document.contentType,
  };
};
