/** What can be set from outside (instellingen), by environment variables, each with what it is when not set. */
import { join } from 'node:path'

export type Config = {
  readonly port: number
  readonly host: string
  /** Where the embedded database keeps its data, and the keys. */
  readonly dataFolder: string
  /** A PostgreSQL server of one's own. */
  readonly databaseUrl: string | undefined
  readonly isProduction: boolean
}

/** @throws on a value that cannot be, saying which and what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(environment.PORT ?? 8420)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is ${environment.PORT}: it must be a whole number from 0 to 65535`)
  }
  return {
    port,
    host: environment.HOST ?? '127.0.0.1',
    dataFolder: environment.DATA_FOLDER ?? join(import.meta.dirname, '..', '.verdeelsleutel'),
    databaseUrl: environment.DATABASE_URL,
    isProduction: environment.NODE_ENV === 'production',
  }
}
