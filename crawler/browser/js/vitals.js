// How fast the page came, as the browser itself observed it; read before anything acts on the page.
audit.vitals = async () => {
  const entries = await Promise.all(["largest-contentful-paint", "layout-shift"].map(audit.buffered));
  const [paints, shifts] = entries;
  const navigation = performance.getEntriesByType("navigation")[0];
  const supported = PerformanceObserver.supportedEntryTypes;
  return {
    lcp: paints.length ? paints[paints.length - 1].startTime : null,
    cls: supported.includes("layout-shift") ? audit.shifted(shifts) : null,
    ttfb: navigation && navigation.responseStart > 0 ? navigation.responseStart : null,
    resources: audit.resources(),
  };
};

// Entries of a type that came before anybody asked for them.
audit.buffered = (type) =>
  new Promise((done) => {
    const found = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    observer.observe({ type, buffered: true });
    setTimeout(() => {
      found.push(...observer.takeRecords());
      observer.disconnect();
      done(found);
    }, 0);
  });

// The largest session window: shifts within 1 s of each other, at most 5 s long (web.dev/cls).
audit.shifted = (shifts) => {
  let largest = 0, sum = 0, first = 0, before = -Infinity;
  for (const { startTime, value, hadRecentInput } of shifts) {
    if (hadRecentInput) continue;
    if (startTime - before > 1000 || startTime - first > 5000) [sum, first] = [0, startTime];
    before = startTime;
    sum += value;
    largest = Math.max(largest, sum);
  }
  return largest;
};

// [URL, bytes over the network, bytes decoded] of what told its size; other origins may keep it.
audit.resources = () =>
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter((x) => x.encodedBodySize > 0 || x.decodedBodySize > 0)
    .map((x) => [x.name, x.encodedBodySize, x.decodedBodySize]);
