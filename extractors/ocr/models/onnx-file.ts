/** What an ONNX file says of its network, without running it. */
export interface OnnxFile {
  /** The sides of its first output; null where one is open. */
  readonly output: readonly (number | null)[];
  /** What its maker wrote beside the network. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Fields of the messages of ONNX's onnx.proto. */
const GRAPH = 7;
const NOTES = 14;
const OUTPUT = 12;
const [KEY, VALUE] = [1, 2];
/** ValueInfoProto.type, TypeProto.tensor_type, Tensor.shape; TensorShapeProto.dim, its dim_value. */
const SHAPE = [2, 1, 2] as const;
const [SIDE, SIDE_NUMBER] = [1, 1];

/** Reads what an ONNX file says of itself, or null where the bytes are none. */
export function onnxFile(bytes: Uint8Array): OnnxFile | null {
  const model = fieldsOf(bytes);
  const graph = model && partsOf(model, GRAPH).map(fieldsOf)[0];
  const [output] = graph ? partsOf(graph, OUTPUT) : [];
  if (!model || output === undefined) return null;
  return { output: sidesOf(output), notes: new Map(partsOf(model, NOTES).map(noteOf)) };
}

function sidesOf(output: Uint8Array): readonly (number | null)[] {
  let inner: Uint8Array | undefined = output;
  for (const field of SHAPE) inner = inner && partsOf(fieldsOf(inner) ?? [], field)[0];
  const sides = inner ? partsOf(fieldsOf(inner) ?? [], SIDE) : [];
  return sides.map((side) => {
    const found = fieldsOf(side)?.find(({ field }) => field === SIDE_NUMBER)?.value;
    return typeof found === "number" ? found : null;
  });
}

function noteOf(note: Uint8Array): [string, string] {
  const fields = fieldsOf(note) ?? [];
  const text = (field: number) => new TextDecoder().decode(partsOf(fields, field)[0]);
  return [text(KEY), text(VALUE)];
}

/** A field of a message of Protocol Buffers: a number, or bytes; other kinds are passed over. */
interface Field {
  readonly field: number;
  readonly value: number | Uint8Array | null;
}

function partsOf(fields: readonly Field[], wanted: number): Uint8Array[] {
  return fields.flatMap(({ field, value }) =>
    field === wanted && value instanceof Uint8Array ? [value] : [],
  );
}

/** How many bytes a value of fixed size takes, by its wire type. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** The fields of a message, or null where the bytes are none. */
function fieldsOf(bytes: Uint8Array): Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = numberAt(bytes, at);
    if (tag === null) return null;
    const [field, wire] = [Math.floor(tag.value / 8), tag.value % 8];
    const number = wire === 0 || wire === 2 ? numberAt(bytes, tag.end) : null;
    const size = FIXED[wire];
    if (number !== null && wire === 0) {
      fields.push({ field, value: number.value });
      at = number.end;
    } else if (number !== null) {
      at = number.end + number.value;
      fields.push({ field, value: bytes.subarray(number.end, at) });
    } else if (size !== undefined) at = tag.end + size;
    else return null;
  }
  return at === bytes.length ? fields : null;
}

/** A number takes ten bytes at the most. */
const LONGEST = 10;

function numberAt(bytes: Uint8Array, start: number): { value: number; end: number } | null {
  let value = 0;
  for (let i = 0; i < LONGEST; i += 1) {
    const byte = bytes[start + i];
    if (byte === undefined) return null;
    value += (byte % 128) * 128 ** i;
    if (byte < 128) return { value, end: start + i + 1 };
  }
  return null;
}
