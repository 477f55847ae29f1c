// What a host shows for an address that it does not know: the way back into the app, with the fragment. A mail gateway that
// writes the number sign as %23 makes a path of it.
const page = document.documentElement;
page.dataset.looking = "";
// In the language that was chosen in the app, or that the browser asks for first; English where neither is among ours.
let tags = navigator.languages;
try {
  tags = [localStorage.getItem("oxymoron-language") ?? "", ...tags];
} catch {}
const texts = [...document.querySelectorAll("main")];
const first = (tag) => tag.toLowerCase().split("-")[0];
const said = tags.flatMap((tag) => texts.find(({ lang }) => tag && first(lang) === first(tag)) ?? [])[0];
if (said) {
  said.dataset.said = page.dataset.said = "";
  page.lang = said.lang;
  document.title = said.querySelector("h1").textContent;
}
const { pathname, search, hash } = location;
const go = (path, fragment) => {
  if (path === pathname) return false;
  location.replace(path + fragment);
  return true;
};
const answers = async (path) => {
  try {
    return (await fetch(path, { method: "HEAD" })).ok;
  } catch {
    return false;
  }
};
const back = async () => {
  const sign = pathname.search(/%23/i);
  if (sign >= 0) {
    const before = pathname.slice(0, sign);
    return go(before.slice(0, before.lastIndexOf("/") + 1), "#" + pathname.slice(sign + 3) + search + hash.replace("#", ""));
  }
  if (page.dataset.base) return go(page.dataset.base, hash);
  // Addresses are relative in this build, so nobody has said where the app is: the nearest folder above that answers.
  for (let path = pathname; path.length > 1; ) {
    path = path.slice(0, path.replace(/\/$/, "").lastIndexOf("/") + 1);
    if (await answers(path)) return go(path, hash);
  }
  return false;
};
back().then((gone) => {
  if (!gone) delete page.dataset.looking;
});
