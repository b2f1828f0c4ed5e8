/** An object that has, under the name of each file of records, what is made for it. */
export function perFile<All>(
  files: readonly (keyof All)[],
  make: <F extends keyof All>(file: F) => All[F],
): All;
export function perFile<F extends PropertyKey>(
  files: readonly F[],
  make: (file: F) => unknown,
): object {
  return Object.fromEntries(files.map((file) => [file, make(file)]));
}
