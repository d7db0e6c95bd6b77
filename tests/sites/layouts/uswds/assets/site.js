"use strict";

/* A button that shows and hides what its aria-controls names. */
function disclose(button, show) {
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    show(panel, open);
  });
}

document.documentElement.classList.add("js");
disclose(document.querySelector(".usa-menu-btn"), (menu, open) => {
  menu.classList.toggle("is-visible", open);
});
for (const button of document.querySelectorAll(".usa-banner__button")) {
  disclose(button, (panel, open) => {
    panel.hidden = !open;
  });
}
