const { parse, stringify } = JSON;
const { push } = Array.prototype;

/**
 * Puts back what pdf.js replaces for the sake of old browsers: its JSON.stringify takes eight times as
 * long as that of Node.js. To be imported before pdf.js, and called after each part of it is loaded.
 */
export function putBackNatives(): void {
  Object.assign(JSON, { parse, stringify });
  Object.assign(Array.prototype, { push });
}
