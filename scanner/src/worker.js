// The worker that reads QR codes, off the page's thread. The page starts it when somebody scans for the first time.
//
// It is asked { id, picture } with a Blob, an ImageBitmap or, to get ready, null, and answers { id, texts }, or { id, error } with
// "picture": no picture that this browser can open, or "reader": nothing here can read codes.
// An answer with `spent` is its last one.

// Longer sides that a picture file is looked at in: a small code among large ones may show in one of them only.
const SIDES = [1600, 2400];
// Milliseconds that a file may take. Only one that has given nothing yet is looked at for longer.
const BUDGET = 2000;
// One frame in so many is looked at by our reader where the browser has its own: neither sees every code.
const OURS = 3;
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
let here = null;
let frames = 0;
let turn = 0;

// The WebAssembly module, fetched when it is first needed; null where it does not come.
function reader() {
  coming ??= import("./{{reader}}").then(async (module) => {
    await module.default();
    here = module;
    return module;
  }).catch(() => null);
  return coming;
}

// Kept from one frame to the next.
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });

function pixels(bitmap, side) {
  const longer = Math.max(bitmap.width, bitmap.height);
  const scale = longer < SMALL ? Math.floor(SMALL / longer) : Math.min(1, side / longer);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const sizes = [width + 2 * MARGIN, height + 2 * MARGIN];
  if (canvas.width !== sizes[0] || canvas.height !== sizes[1]) {
    [canvas.width, canvas.height] = sizes;
  }
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = scale < 1;
  context.imageSmoothingQuality = "medium";
  context.drawImage(bitmap, MARGIN, MARGIN, width, height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

// The codes that ours sees in a file's picture, in one size after the other.
function thorough(module, bitmap, start, texts) {
  const longer = Math.max(bitmap.width, bitmap.height);
  let lasted = 0;
  for (const [place, side] of SIDES.entries()) {
    const before = performance.now();
    // A look takes as long for each pixel as the one before.
    const end = before - start + lasted * (Math.min(side, longer) / SIDES[place - 1]) ** 2;
    if (place > 0 && (longer <= SIDES[place - 1] || (end > BUDGET && texts.size > 0))) {
      break;
    }
    const image = pixels(bitmap, side);
    module.read(image.width, image.height, image.data).forEach((text) => texts.add(text));
    lasted = performance.now() - before;
  }
}

async function texts(bitmap, isFile, start) {
  const own = await detector;
  const texts = new Set();
  if (own) {
    const found = await own.detect(bitmap).catch(() => []);
    found.filter((code) => code.rawValue).forEach((code) => texts.add(code.rawValue));
  }
  let module;
  if (own && !isFile) {
    // Ours is fetched, but no frame waits for it.
    reader();
    frames += 1;
    module = frames % OURS === 0 ? here : null;
  } else {
    module = await reader();
  }
  if (!module) {
    return own ? { texts: [...texts] } : MISSING;
  }
  try {
    if (isFile) {
      thorough(module, bitmap, start, texts);
    } else {
      const image = pixels(bitmap, SIDES[0]);
      module.glance(image.width, image.height, image.data, turn).forEach((text) => texts.add(text));
      turn += 1;
    }
  } catch (error) {
    // A module that has trapped is of no further use; what was found before still is.
    return { texts: [...texts], spent: error instanceof WebAssembly.RuntimeError };
  }
  return { texts: [...texts] };
}

async function answer(picture) {
  if (!picture) {
    const [own, ours] = await Promise.all([detector, reader()]);
    return own || ours ? { texts: [] } : MISSING;
  }
  const start = performance.now();
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
    return await texts(bitmap, isFile, start);
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
