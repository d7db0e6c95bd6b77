// Runs axe-core in this frame and trims what it says before it leaves the page.
audit.axe = (() => {
  const MOST_NODES = 20;
  let own = null;

  const cut = (text, length) => (text || "").slice(0, length);

  // What is wrong, as data: that which makes two failures the same fix.
  function datum(check) {
    const data = check && check.data;
    if (data === null || data === undefined) return "";
    if (typeof data !== "object") return cut(String(data), 120);
    if (Array.isArray(data)) return cut(data.map(plain).filter(Boolean).join(" "), 120);
    if (data.fgColor && data.bgColor) {
      return `fg ${data.fgColor} on ${data.bgColor} ${data.contrastRatio}:1 needs ${data.expectedContrastRatio}`;
    }
    const words = [data.messageKey, data.role, data.attribute, ...[].concat(data.values || [])];
    return cut(words.map(plain).filter(Boolean).join(" "), 120);
  }

  const plain = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

  function node(found) {
    const checks = [...found.any, ...found.all, ...found.none];
    const messages = [...new Set(checks.map((x) => x.message).filter(Boolean))];
    return {
      target: found.target.flat(Infinity),
      ancestry: cut((found.ancestry || []).flat(Infinity).slice(-1)[0], 1000),
      markup: cut(found.html, 300),
      message: cut(messages.join("; "), 400),
      datum: checks.map(datum).find(Boolean) || "",
    };
  }

  function rule(found) {
    return {
      id: found.id,
      impact: found.impact || "",
      tags: found.tags,
      help: found.help,
      help_url: found.helpUrl,
      count: found.nodes.length,
      nodes: found.nodes.slice(0, MOST_NODES).map(node),
    };
  }

  function trim(results, frames) {
    return JSON.stringify({
      version: results.testEngine.version,
      violations: results.violations.map(rule),
      incomplete: results.incomplete.map(rule),
      passes: results.passes.map((x) => x.id),
      inapplicable: results.inapplicable.map((x) => x.id),
      frames,
    });
  }

  return {
    trim,

    // A page without frames.
    whole: async (options) => trim(await axe.run(document, options), 1),

    // One frame of several: its own part stays here, its child frames are named.
    async part(context, options) {
      const frames = axe.utils.getFrameContexts(context || document, options);
      own = await axe.runPartial(context || document, options);
      return JSON.stringify(frames);
    },

    // The part of a child frame, for the main frame to finish with.
    take: () => JSON.stringify(own),

    frame: (selector) => axe.utils.shadowSelect(selector),

    // All parts, in the order in which the frames stand; null for one that was not seen.
    finish: async (others, options) => {
      const parts = [own, ...others.map((part) => part && JSON.parse(part))];
      own = null;
      return trim(await axe.finishRun(parts, options), parts.filter(Boolean).length);
    },
  };
})();
