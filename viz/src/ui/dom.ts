// SPDX-License-Identifier: Apache-2.0
export type Child = Node | string | null | undefined | false;

type Properties = Record<string, string | number | boolean | EventListener | undefined>;

/** An element with attributes, listeners (`onclick` ...) and children. Text is text: nothing that
 *  comes from a scenario is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Hands a text to the user as a file. */
export function download(name: string, type: string, content: string): void {
  const link = h("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
