/** The bytes of an ONNX file that has a name, an output of these sides, and notes; null is an open side. */
export function makeOnnx(
  sides: readonly (number | null)[],
  notes: Readonly<Record<string, string>> = {},
): Uint8Array {
  const shape = sides.flatMap((side) =>
    part(1, side === null ? part(2, text("open")) : [8, ...number(side)]),
  );
  const output = [...part(1, text("y")), ...part(2, part(1, [8, 1, ...part(2, shape)]))];
  const properties = Object.entries(notes).flatMap(([key, value]) =>
    part(14, [...part(1, text(key)), ...part(2, text(value))]),
  );
  return Uint8Array.from([8, 7, ...part(7, part(12, output)), ...properties]);
}

const text = (value: string): number[] => [...new TextEncoder().encode(value)];

function part(field: number, bytes: readonly number[]): number[] {
  return [...number(field * 8 + 2), ...number(bytes.length), ...bytes];
}

function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))];
}
