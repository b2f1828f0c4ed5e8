/** pdf.js asks for this browser class when it is loaded, though reading never uses it. */
if (!("DOMMatrix" in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
