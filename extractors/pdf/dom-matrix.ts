/** pdf.js asks for this browser class when it is loaded, though reading never uses it. */
class NoMatrix {}

if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: NoMatrix });

export {};
