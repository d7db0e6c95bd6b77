// Password fields: whether a pasted value is taken. Nothing is submitted, and all is taken back.
audit.passwords = (() => {
  const MOST = 3;
  const MADE_UP = "Aa1!pasted-Zz9?";
  let fields = [];
  const were = [];

  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");

  // Whether the page lets an event of pasting pass.
  function passes(field, event) {
    return field.dispatchEvent(event);
  }

  function paste(field) {
    const data = new DataTransfer();
    data.setData("text/plain", MADE_UP);
    const all = { bubbles: true, cancelable: true, composed: true };
    const key = { ...all, key: "v", code: "KeyV", keyCode: 86, which: 86, ctrlKey: true };
    return (
      passes(field, new KeyboardEvent("keydown", key)) &&
      passes(field, new ClipboardEvent("paste", { ...all, clipboardData: data })) &&
      passes(field, new InputEvent("beforeinput", { ...all, inputType: "insertFromPaste", data: MADE_UP }))
    );
  }

  return {
    text: MADE_UP,
    find() {
      fields = [...audit.seen.matching("input[type=password]")].filter(audit.seen.drawn).slice(0, MOST);
      return fields.map((field) => ({
        field: audit.box(field),
        autocomplete: field.getAttribute("autocomplete") || "",
        read_only: field.readOnly,
        usable: !field.disabled,
      }));
    },
    // Focus a field and ask it to take a paste: what is to be done next.
    async ask(index) {
      const field = fields[index];
      field.focus({ preventScroll: true });
      await audit.seen.until(() => !field.readOnly, field.readOnly ? 200 : 0);
      if (audit.seen.focused() !== field || field.readOnly || field.disabled) return { ready: false };
      were[index] = value.get.call(field);
      value.set.call(field, "");
      const passed = paste(field);
      return { ready: true, passed, taken: value.get.call(field) !== "" };
    },
    async taken(index) {
      await audit.seen.frame();
      return value.get.call(fields[index]) !== "";
    },
    clear(index) {
      const field = fields[index];
      value.set.call(field, were[index] || "");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "deleteContentBackward" }));
      field.blur();
    },
  };
})();
