/** Who signs checkpoints along (getuigen), and what they signed. Only roots, never persons. */
import type { InTransaction, Store } from './database.ts'

export type Witness = {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly organisation: string
  readonly since: Date
  /** The last checkpoint they signed. */
  readonly lastSize: number | null
  readonly lastAt: Date | null
}

/** False when somebody has that name already. */
export async function addWitness(
  transaction: InTransaction,
  region: string,
  witness: Pick<Witness, 'name' | 'publicKey' | 'organisation' | 'since'> & {
    readonly event: number
  },
): Promise<boolean> {
  const { name, publicKey, organisation, since, event } = witness
  const added = await transaction
    .insertInto('witness')
    .values({
      ...{ region, name, organisation, since, event, ended_at: null },
      public_key: Buffer.from(publicKey),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst()
  return added !== undefined
}

/** Whether a name is taken: a witness keeps its name for ever, for old signatures bear it. */
export async function isWitness(
  store: Store | InTransaction,
  region: string,
  name: string,
): Promise<boolean> {
  const found = await store
    .selectFrom('witness')
    .select('name')
    .where('region', '=', region)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined
}

/** Every witness of a log, with how far they signed. */
export async function witnessesOf(
  store: Store | InTransaction,
  region: string,
): Promise<Witness[]> {
  const rows = await store
    .selectFrom('witness')
    .leftJoin('cosignature', (join) =>
      join
        .onRef('cosignature.region', '=', 'witness.region')
        .onRef('cosignature.witness', '=', 'witness.name'),
    )
    .select(({ fn }) => [
      'witness.name',
      'witness.public_key as publicKey',
      'witness.organisation',
      'witness.since',
      fn.max('cosignature.size').as('lastSize'),
      fn.max('cosignature.signed_at').as('lastAt'),
    ])
    .where('witness.region', '=', region)
    .where('witness.ended_at', 'is', null)
    .groupBy(['witness.name', 'witness.public_key', 'witness.organisation', 'witness.since'])
    .orderBy('witness.name')
    .execute()
  return rows
}

/** Adds what a witness signed; signing the same again changes nothing. */
export async function addCosignature(
  transaction: InTransaction,
  region: string,
  signed: {
    readonly size: number
    readonly witness: string
    readonly signedAt: Date
    readonly line: string
  },
): Promise<void> {
  const { size, witness, signedAt, line } = signed
  await transaction
    .insertInto('cosignature')
    .values({ region, size, witness, signed_at: signedAt, line })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The lines of witnesses under checkpoints of these sizes. */
export async function cosignaturesOf(
  store: Store | InTransaction,
  region: string,
  sizes: readonly number[],
): Promise<Map<number, string[]>> {
  if (sizes.length === 0) return new Map()
  const rows = await store
    .selectFrom('cosignature')
    .select(['size', 'line'])
    .where('region', '=', region)
    .where('size', 'in', sizes)
    .orderBy('witness')
    .execute()
  const found = new Map<number, string[]>()
  for (const { size, line } of rows) found.set(size, [...(found.get(size) ?? []), line])
  return found
}
