// What other programs do to the page: browsers' translators, extensions, hosts that shorten HTML.
window.changes = {
  attributes: () => {
    document.body.setAttribute("data-new-gr-c-s-check-loaded", "14");
    document.body.setAttribute("cz-shortcut-listen", "true");
    document.body.classList.add("vsc-initialized");
    for (const box of document.querySelectorAll("div")) box.setAttribute("bis_skin_checked", "1");
  },
  around_the_app: () => {
    document.body.prepend(document.createElement("com-button"));
    document.body.append(document.createElement("desktop-integration"));
    document.documentElement.append(document.createElement("desktop-popups"));
  },
  first_in_the_app: () => document.querySelector("#app").prepend(document.createElement("div")),
  last_in_the_app: () => document.querySelector("#app").append(document.createElement("div")),
  first_in_main: () => document.querySelector("#app main").prepend(document.createElement("div")),
  last_in_main: () => document.querySelector("#app main").append(document.createElement("div")),
  behind_radio_buttons: () => {
    for (const input of document.querySelectorAll("#app input[name=A01]")) input.after(document.createElement("span"));
  },
  mark_in_a_paragraph: () => {
    const text = document.querySelector("#app .lead, #app p:not(:empty)").firstChild;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 6);
    range.surroundContents(document.createElement("mark"));
  },
  // What translates or simplifies words by elements of its own, once.
  spans_for_texts: () => {
    const walk = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      if (!/[a-z]/i.test(text.data) || /^(OPTION|TEXTAREA|SCRIPT|STYLE)$/.test(text.parentElement.tagName)) continue;
      const span = document.createElement("span");
      span.textContent = text.data;
      text.replaceWith(span);
    }
  },
  icons_behind_links: () => {
    for (const link of document.querySelectorAll("#app a")) link.after(document.createElement("img"));
  },
  comment_first_in_main: () => document.querySelector("#app main").prepend(document.createComment("host")),
  comments_removed: () => {
    const walk = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walk.nextNode()) comments.push(walk.currentNode);
    for (const comment of comments) comment.remove();
  },
  footer_removed: () => document.querySelector("#app footer").remove(),
};

// Every text in capitals, in elements of the translator's own, now and whenever another one comes.
window.translate = () => {
  const done = /^(SCRIPT|STYLE|TEXTAREA|NOSCRIPT|CODE)$/;
  const font = () => Object.assign(document.createElement("font"), { dir: "auto" });
  const translated = (text) => {
    const parent = text.parentElement;
    if (!parent || !/[a-z]/i.test(text.data) || parent.closest("[translate=no]") || done.test(parent.tagName)) return;
    if (parent.tagName === "FONT" && parent.parentElement.tagName === "FONT") return;
    const outer = font();
    const inner = outer.appendChild(font());
    inner.textContent = text.data.toUpperCase();
    parent.replaceChild(outer, text);
  };
  const all = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = root.nodeType === Node.TEXT_NODE ? [root] : [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    texts.forEach(translated);
  };
  document.documentElement.classList.add("translated-ltr");
  all(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) all(node);
  }).observe(document.body, { childList: true, subtree: true });
};

// Every word that is seen, in capitals; not what is said about the moment of saving, and no timer.
window.words = () => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    const seen = parentElement.checkVisibility({ visibilityProperty: true });
    if (seen && !parentElement.closest(".save, .notices, .welcome-back, .first-question, #said, script, style")) words.push(data);
  }
  return words.join(" ").replace(/[−-]?\d+:\d\d/g, "").replace(/\s+/g, " ").replace(/· /g, "").toUpperCase();
};
