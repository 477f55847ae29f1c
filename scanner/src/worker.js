// The worker that reads QR codes, off the page's thread. The page starts it when somebody scans for the first time.
//
// It is asked { id, picture } with a Blob, an ImageBitmap or, to get ready, null, and answers { id, texts }, or { id, error } with
// "picture": no picture that this browser can open, or "reader": nothing here can read codes.
// An answer with `spent` is its last one.

// Longer sides that a picture file is looked at in: a small code among large ones may show in one of them only.
const SIDES = [1600, 2400];
// Milliseconds after which a file that has given something is not looked at again.
const ENOUGH = 1000;
// A smaller picture is enlarged by a whole number up to this: a code of one pixel a module is too fine for the reader.
const SMALL = 800;
// White around the picture: a screenshot is often cut close to its code.
const MARGIN = 16;

// A browser may remember that a module did not come for as long as the worker lives.
const MISSING = { error: "reader", spent: true };

const detector = (async () => {
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
})();

let coming;

// The WebAssembly module, fetched when it is first needed; null where it does not come.
function reader() {
  coming ??= import("./{{reader}}").then(async (module) => {
    await module.default();
    return module;
  }).catch(() => null);
  return coming;
}

function pixels(bitmap, side) {
  const longer = Math.max(bitmap.width, bitmap.height);
  const scale = longer < SMALL ? Math.floor(SMALL / longer) : Math.min(1, side / longer);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width + 2 * MARGIN, height + 2 * MARGIN);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = scale < 1;
  context.imageSmoothingQuality = "medium";
  context.drawImage(bitmap, MARGIN, MARGIN, width, height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function texts(bitmap, isFile) {
  const own = await detector;
  const texts = new Set();
  if (own) {
    const found = await own.detect(bitmap).catch(() => []);
    found.filter((code) => code.rawValue).forEach((code) => texts.add(code.rawValue));
    if (!isFile) {
      return { texts: [...texts] };
    }
  }
  const module = await reader();
  if (!module) {
    return own ? { texts: [...texts] } : MISSING;
  }
  const longer = Math.max(bitmap.width, bitmap.height);
  const start = performance.now();
  for (const [place, side] of SIDES.entries()) {
    const spent = performance.now() - start > ENOUGH && texts.size > 0;
    if (place > 0 && (!isFile || spent || longer <= SIDES[place - 1])) {
      break;
    }
    const image = pixels(bitmap, side);
    try {
      module.read(image.width, image.height, image.data, isFile).forEach((text) => texts.add(text));
    } catch (error) {
      // A module that has trapped is of no further use; what was found before still is.
      return { texts: [...texts], spent: error instanceof WebAssembly.RuntimeError };
    }
  }
  return { texts: [...texts] };
}

async function answer(picture) {
  if (!picture) {
    return (await detector) || (await reader()) ? { texts: [] } : MISSING;
  }
  let bitmap = picture;
  const isFile = picture instanceof Blob;
  if (isFile) {
    try {
      bitmap = await createImageBitmap(picture);
    } catch {
      return { error: "picture" };
    }
  }
  try {
    return await texts(bitmap, isFile);
  } catch {
    return { texts: [] };
  } finally {
    bitmap.close();
  }
}

self.addEventListener("message", async ({ data: { id, picture } }) => {
  const answered = await answer(picture);
  self.postMessage({ id, ...answered });
  if (answered.spent) {
    self.close();
  }
});
