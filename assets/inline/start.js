// Once its files are here, the app takes the page over; until then the page says in words what is missing.
// A host or a gateway may answer in the place of a file.
const arrived = async (file) => {
const response = await file;
if (!response.ok || /html/.test(response.headers.get("content-type"))) throw new Error(`${response.url}: ${response.status}, another answer`);
return response;
};
(async () => {
try {
const [{ default: init, start }, wasm, pack] = await Promise.all([inTime(() => import(glue)), ...coming.map(arrived)]);
await init({ module_or_path: wasm });
watch(shapeAsWritten);
start(await pack.text());
} catch (error) {
console.error(error);
page.dataset.failed = !self.WebAssembly || error instanceof WebAssembly.CompileError ? "wasm" : "files";
}
})();
