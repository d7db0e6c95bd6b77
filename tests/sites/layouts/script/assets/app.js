"use strict";

/* Builds the whole page from /data/site.json and /data/pages/<page>.json. */
const app = document.getElementById("app");

const escape = (text) => {
  const holder = document.createElement("i");
  holder.textContent = text;
  return holder.innerHTML.replaceAll('"', "&quot;");
};

const load = async (name) => (await fetch(`/data/${name}.json`)).json();

const links = (map, here) =>
  Object.entries(map)
    .map(([text, href]) => `<li><a href="${href}"${href === here ? ' aria-current="page"' : ""}>${escape(text)}</a></li>`)
    .join("");

const day = (iso) =>
  new Date(`${iso}T12:00:00`).toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });

const banner = () => `
<section class="usa-banner" aria-label="Official website of the United States government">
  <div class="usa-banner__header wrap">
    <img class="usa-banner__header-flag" src="/assets/us_flag_small.svg" alt="U.S. flag" width="16" height="11">
    <p class="usa-banner__header-text">An official website of the United States government</p>
    <button type="button" class="usa-banner__button" aria-expanded="false" aria-controls="gov-banner"><span class="usa-banner__button-text">Here’s how you know</span></button>
  </div>
  <div class="usa-banner__content wrap" id="gov-banner" hidden>
    <p><strong>Official websites use .gov</strong><br>A <strong>.gov</strong> website belongs to an official government organization in the United States.</p>
    <p><strong>Secure .gov websites use HTTPS</strong><br>A <strong>lock</strong> or <strong>https://</strong> means you’ve safely connected to the .gov website. Share sensitive information only on official, secure websites.</p>
  </div>
</section>`;

const header = (site, page) => `
<header class="top">
  <div class="wrap bar">
    <a class="name" href="/"><img src="/assets/logo.svg" alt="" width="44" height="44"> ${escape(site.name)}</a>
    <form class="search" role="search" action="/search" method="get">
      <label class="hidden" for="q">Search this website</label>
      <input id="q" type="search" name="q" autocomplete="off" placeholder="Search">
      <button type="submit"><img src="/assets/search.svg" alt="Search" width="24" height="24"></button>
    </form>
  </div>
  <nav class="wrap" aria-label="Main"><ul class="menu">${links(site.nav, page.path)}</ul></nav>
</header>`;

const main = (site, page) => `
<main id="main"${page.path === "/" ? ' class="home"' : ""}>
  <div class="wrap">
    ${page.path === "/" ? "" : `<h1>${escape(page.heading || page.title)}</h1>`}
    ${page.body}
    <p class="date">Last updated <time datetime="${page.updated}">${day(page.updated)}</time></p>
    <p class="helpful"><strong>Was this page helpful?</strong> <a href="${site.feedback}">Tell us what you think</a></p>
  </div>
</main>`;

const footer = (site) => `
<footer>
  <div class="wrap">
    <p><strong>${escape(site.name)}</strong>, ${escape(site.address)}<br>
      <a href="tel:+1${site.phone.replaceAll("-", "")}">${site.phone}</a> · <a href="mailto:${site.email}">${site.email}</a></p>
    <nav aria-label="Important links"><ul class="important">${links(site.required)}</ul></nav>
    <p>Looking for U.S. government information and services? <a href="https://www.usa.gov/">Visit USA.gov</a></p>
    <p>This agency is fictional. It was made up to test website audits.</p>
  </div>
</footer>`;

const found = ({ query, results }) =>
  query &&
  `<h2>${results.length} found for “${escape(query)}”</h2><ol>` +
    results.map((x) => `<li><h3><a href="${x.path}">${escape(x.title)}</a></h3><p>${escape(x.description)}</p></li>`).join("") +
    "</ol>";

async function build() {
  const [site, page] = await Promise.all([load("site"), load(`pages/${app.dataset.page}`)]);
  const skip = '<a class="skip" href="#main">Skip to main content</a>';
  app.innerHTML = skip + banner() + header(site, page) + main(site, page) + footer(site);
  const button = app.querySelector(".usa-banner__button");
  button?.addEventListener("click", () => {
    const panel = document.getElementById("gov-banner");
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  });
  const results = document.getElementById("results");
  if (results) {
    const answer = await fetch(`/data/search.json${location.search}`);
    results.innerHTML = found(await answer.json());
  }
}

build();
