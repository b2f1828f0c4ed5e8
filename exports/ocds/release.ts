/**
 * The part of the Open Contracting Data Standard 1.1 that planned procurements fill, written from its reference: whatever
 * this schema takes, the standard's own takes too.
 */
import * as z from "zod";

/** A number, which is printed with the digits that it was read with. */
const exact = z.union([z.number(), z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/u)]);
const id = z.string().min(1);
const value = z.strictObject({ amount: exact, currency: z.literal("CNY") });
const organization = z.strictObject({ id, name: z.string().min(1) });
const time = z.iso.datetime({ offset: true });

const item = z.strictObject({
  id,
  description: z.string().optional(),
  classification: z.strictObject({ scheme: z.literal("CN-GPC"), id }).optional(),
  quantity: exact.optional(),
  unit: z.strictObject({ name: z.string().optional(), value: value.optional() }).optional(),
});

const planning = z.strictObject({
  budget: z.strictObject({ id, project: z.string().optional(), amount: value.optional() }),
  documents: z.array(
    z.strictObject({
      id,
      documentType: z.literal("procurementPlan"),
      title: z.string().optional(),
      url: z.url().optional(),
      format: z.string().optional(),
      language: z.literal("zh"),
    }),
  ),
});

const tender = z.strictObject({
  id,
  title: z.string().optional(),
  status: z.literal("planning"),
  items: z.array(item).min(1),
  value: value.optional(),
});

const release = z.strictObject({
  ocid: z.string().regex(/^ocds-[0-9a-z]{6}-.+$/u),
  id: z.string().regex(/^[^#]+$/u),
  date: time,
  tag: z.tuple([z.literal("planning")]),
  initiationType: z.literal("tender"),
  language: z.literal("zh"),
  parties: z.array(organization.extend({ roles: z.tuple([z.literal("buyer")]) })).optional(),
  buyer: organization.optional(),
  planning,
  tender,
});

/** A package of planning releases. */
export const releasePackage = z.strictObject({
  uri: z.url(),
  version: z.literal("1.1"),
  publishedDate: time,
  publisher: z.strictObject({ name: z.string().min(1) }),
  license: z.url().optional(),
  releases: z.array(release).min(1),
});

/** A planned procurement. */
export type Release = z.infer<typeof release>;
/** What stands around the releases of a package. */
export type PackageHead = Omit<z.infer<typeof releasePackage>, "releases">;
