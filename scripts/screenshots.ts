import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { renderGallery } from "./gallery.ts";

const GALLERY = new URL("../docs/gallery/", import.meta.url);

/** The pictures of the README: a report and the height of what is worth showing, in CSS pixels. */
const PICTURES: readonly (readonly [name: string, height: number])[] = [
  ["first-deploy", 1010],
  ["blocked-destructive", 900],
  ["rolled-back", 650],
];

// Blink's PreferredColorScheme: 0 is dark, 1 is light.
const THEMES = { light: 1, dark: 0 } as const;

/** Takes pictures of the gallery with headless Chromium: `CHROME_PATH`, or Debian's. */
function takePictures(): void {
  const chrome = env.CHROME_PATH ?? "/usr/bin/chromium";
  if (!existsSync(chrome)) throw new Error(`No browser at ${chrome}: install chromium or set CHROME_PATH`);
  for (const [name, height] of PICTURES) {
    for (const [theme, scheme] of Object.entries(THEMES)) take(chrome, name, height, theme, scheme);
  }
}

function take(chrome: string, name: string, height: number, theme: string, scheme: number): void {
  const picture = fileURLToPath(new URL(`${name}.${theme}.png`, GALLERY));
  const result = spawnSync(
    chrome,
    [
      "--headless",
      // A container's root has no sandbox to offer; the pages are our own files.
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      "--force-device-scale-factor=2",
      `--blink-settings=preferredColorScheme=${scheme}`,
      `--window-size=900,${height}`,
      `--screenshot=${picture}`,
      new URL(`${name}.html`, GALLERY).href,
    ],
    { encoding: "utf8", timeout: 60_000 },
  );
  if (result.status !== 0) throw new Error(`${chrome} failed for ${name} (${theme}): ${result.stderr}`);
  console.log(picture);
}

renderGallery();
takePictures();
