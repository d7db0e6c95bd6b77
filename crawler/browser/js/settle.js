// Resolves when fonts and the pictures in view are there and two frames were painted, or when
// the time is up; says which.
audit.settle = (milliseconds) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const inView = (image) => {
    const box = image.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.width > 0;
  };
  const waitFor = (image) =>
    new Promise((done) => {
      image.addEventListener("load", done, { once: true });
      image.addEventListener("error", done, { once: true });
    });
  const ready = async () => {
    await FontFaceSet.prototype.__lookupGetter__("ready").call(document.fonts);
    const images = [...audit.elements()].filter((x) => x.localName === "img");
    await Promise.all(images.filter((x) => !x.complete && inView(x)).map(waitFor));
    await frame();
    await frame();
    return true;
  };
  return Promise.race([
    ready(),
    new Promise((done) => setTimeout(() => done(false), milliseconds)),
  ]);
};
