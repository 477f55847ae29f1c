// Sends the codes of FOLDER/codes.json through JavaScript libraries, and writes what they deliver to FOLDER/delivered-js.json.
import { readFileSync, writeFileSync } from "node:fs";
import anchorme from "anchorme";
import Autolinker from "autolinker";
import * as commonmark from "commonmark";
import { LinkifyIt } from "linkify-it";
import * as linkify from "linkifyjs";
import markdownIt from "markdown-it";
import { marked } from "marked";
import showdown from "showdown";
import Turndown from "turndown";

const folder = process.argv[2];
const versions = JSON.parse(readFileSync(new URL("package.json", import.meta.url))).dependencies;
const codes = JSON.parse(readFileSync(`${folder}/codes.json`));
const link = (code) => `https://example.org/app/#/answer/${code}`;
const shown = (html) => html.replace(/<[^>]*>/g, "");
const made = (tool) => (typeof tool === "function" ? tool : tool.default ?? tool);

const typographer = made(markdownIt)({ typographer: true, linkify: true, html: false });
const plain = made(markdownIt)();
const finder = new LinkifyIt();
const turndown = new Turndown();
const parser = new commonmark.Parser({ smart: true });
const renderer = new commonmark.HtmlRenderer({ smart: true });
const converter = new showdown.Converter();
const addresses = (matches) => matches.map((match) => match.url ?? match.href).join(" ");

const ways = [
  ["markdown-it", "Markdown, as HTML", (code) => plain.render(code)],
  ["markdown-it", "Markdown with typography, copied from the screen", (code) => shown(typographer.render(code))],
  ["markdown-it", "Markdown with links, as HTML", (code) => typographer.render(`Mine: ${link(code)}.`)],
  ["marked", "Markdown, copied from the screen", (code) => shown(marked.parse(code))],
  ["commonmark", "Markdown with typography, copied from the screen", (code) => shown(renderer.render(parser.parse(code)))],
  ["showdown", "Markdown, as HTML", (code) => converter.makeHtml(code)],
  ["showdown", "Markdown, copied from the screen", (code) => shown(converter.makeHtml(code))],
  ["turndown", "HTML made Markdown", (code) => turndown.turndown(`<p>${code}</p>`)],
  ["linkify-it", "the link that it finds", (code) => addresses(finder.match(`Mine: ${link(code)}, thanks`) ?? [])],
  ["linkifyjs", "the link that it finds", (code) => addresses(linkify.find(`Mine: ${link(code)}, thanks`))],
  ["autolinker", "the link that it finds", (code) => Autolinker.parse(`Mine: ${link(code)}, thanks`).map((match) => match.getAnchorHref()).join(" ")],
  ["anchorme", "as HTML", (code) => made(anchorme)(`Mine: ${link(code)}, thanks`)],
];

const delivered = ways.map(([library, way, rewrite]) => ({
  library: `${library} ${versions[library]}`,
  way,
  texts: codes.map((list) => list.map(rewrite)),
}));
writeFileSync(`${folder}/delivered-js.json`, JSON.stringify(delivered));
