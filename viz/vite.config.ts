// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/**
 * Writes the Content-Security-Policy into the finished page: no network at all, and no script or
 * style but the very ones it was built with, named by their hashes.
 */
function seal(): Plugin {
  const page = "dist/index.html";
  const hashes = (html: string, element: string): string =>
    [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, "g"))]
      .map((match) => createHash("sha256").update(match[1]!).digest("base64"))
      .map((hash) => `'sha256-${hash}'`)
      .join(" ");
  return {
    name: "gineste-seal",
    closeBundle() {
      const html = readFileSync(page, "utf8");
      const policy = [
        "default-src 'none'",
        `script-src ${hashes(html, "script")}`,
        `style-src ${hashes(html, "style")}`,
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
      writeFileSync(page, html.replace(/(<meta charset="utf-8"\s*\/?>)/, `$1\n    ${meta}`));
    },
  };
}

export default defineConfig({
  plugins: [viteSingleFile(), seal()],
  build: { target: "es2022", cssMinify: true, modulePreload: { polyfill: false }, reportCompressedSize: false },
});
