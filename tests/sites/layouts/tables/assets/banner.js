var button = document.querySelector(".usa-banner__button");
if (button) {
  button.onclick = function () {
    var panel = document.getElementById(button.getAttribute("aria-controls"));
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  };
}
