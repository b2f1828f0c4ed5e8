// Uses a store from a process of its own: `node store-process.mjs MODULE STEPS`, where MODULE is the
// compiled open-store.js and STEPS is JSON. Prints one line of JSON a step: what came of it.
const [module = "", steps = "[]"] = process.argv.slice(2);
const { openStore } = await import(module);

let store;
const does = {
  open: async ({ url }) => {
    store = await openStore(url);
    return { address: store.address };
  },
  put: async ({ key, size, fill, times = 1 }) => {
    for (let time = 0; time < times; time += 1) await store.put(key, Buffer.alloc(size, fill));
    return {};
  },
  putFile: async ({ key, path }) => {
    await store.putFile(key, path);
    return {};
  },
  get: async ({ key }) => {
    const bytes = await store.get(key);
    return bytes === undefined ? {} : { size: bytes.length, fills: [...new Set(bytes)] };
  },
  remove: async ({ key }) => {
    await store.remove(key);
    return {};
  },
};

for (const step of JSON.parse(steps)) {
  const outcome = await does[step.do](step).catch((error) => ({
    error: error.name,
    message: error.message,
    cause: error.cause?.code,
  }));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
