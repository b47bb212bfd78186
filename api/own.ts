/**
 * Routes below somebody's file (mijn zaken): of who asks, or of whom they help. What is left to a route is what it
 * is about; whose file it is, and that it is not there for everybody else, is said once, here.
 */
import { z } from 'zod'
import type { Actor, Operation } from '../operations/operation.ts'
import { type AskedOf, act, actForReceipt } from './act.ts'
import { type Definition, type NoKeys, type Route, route } from './route.ts'

/** A file by its number, or `ik` for one's own. */
export const seekerId = { woningzoekendeId: z.union([z.literal('ik'), z.uuid()]) }
type SeekerId = typeof seekerId

/** Whose file is asked for; nobody's for who has none of their own. */
export function personIn(
  path: { readonly woningzoekendeId: string },
  actor: Actor,
): string | undefined {
  return path.woningzoekendeId === 'ik' ? actor.person : path.woningzoekendeId
}

const file = '/woningzoekenden/{woningzoekendeId}'
const common = { part: 'woningzoekenden', who: 'logged-in' } as const

type OfFile<Asked> = Asked & { readonly person: string }

type Told<
  Path extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = Omit<
  Definition<'logged-in', Path, Query, Body, Answer>,
  'perform' | 'does' | 'who' | 'method' | 'part' | 'at' | 'made'
> & {
  /** The address below the file, such as `/reacties`. */
  readonly below: string
}

/** Reads something of a file. */
export function ownReading<
  Answer extends z.ZodType,
  Path extends z.ZodRawShape = NoKeys,
  Query extends z.ZodRawShape = NoKeys,
>(
  told: Told<Path, Query, z.ZodUndefined, Answer> & {
    readonly path?: Path
    read(
      asked: OfFile<AskedOf<SeekerId & Path, Query, z.ZodUndefined>>,
    ): ReturnType<Definition<'logged-in', Path, Query, z.ZodUndefined, Answer>['perform']>
  },
): Route {
  const { below, path, read, ...about } = told
  // @NOTE a route that says no more of its address has only the number of the file.
  const whole = { ...seekerId, ...path } as SeekerId & Path
  return route<'logged-in', Answer, SeekerId & Path, Query>({
    ...{ ...common, ...about, method: 'get', at: `${file}${below}`, path: whole },
    async perform(asked) {
      const person = personOf(asked)
      return person === undefined ? undefined : read({ ...asked, person })
    },
  })
}

type OwnAct<
  Path extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Input,
  Outcome extends object,
> = Omit<Told<Path, NoKeys, Body, Answer>, 'answer'> & {
  readonly method?: 'post' | 'patch'
  readonly does: Operation<Input, Outcome>
  input(
    asked: OfFile<AskedOf<SeekerId & Path, NoKeys, Body>>,
  ): NoInfer<Input> | undefined | Promise<NoInfer<Input> | undefined>
}

/** Does something in a file, and answers with its receipt. */
export function ownAct<
  Input extends object,
  Outcome extends { readonly event: number },
  Path extends z.ZodRawShape = NoKeys,
  Body extends z.ZodType = z.ZodUndefined,
>(acting: OwnAct<Path, Body, z.ZodType, Input, Outcome>): Route {
  const { below, path, input, ...about } = acting
  // @NOTE a route that says no more of its address has only the number of the file.
  const whole = { ...seekerId, ...path } as SeekerId & Path
  return actForReceipt<Input, Outcome, SeekerId & Path, Body>({
    ...{ ...common, ...about, at: `${file}${below}`, path: whole },
    input: (asked) => inFile(asked, input),
  })
}

/** Does something in a file, and answers with more than a receipt. */
export function ownActShown<
  Answer extends z.ZodType,
  Input extends object,
  Outcome extends object,
  Path extends z.ZodRawShape = NoKeys,
  Body extends z.ZodType = z.ZodUndefined,
>(
  acting: OwnAct<Path, Body, Answer, Input, Outcome> & {
    readonly answer: Answer
    readonly made?: Definition<'logged-in', SeekerId & Path, NoKeys, Body, Answer>['made']
    shown(
      done: NoInfer<Outcome>,
      asked: AskedOf<SeekerId & Path, NoKeys, Body>,
    ): Promise<z.input<Answer> | undefined> | z.input<Answer> | undefined
  },
): Route {
  const { below, path, input, made, ...about } = acting
  // @NOTE a route that says no more of its address has only the number of the file.
  const whole = { ...seekerId, ...path } as SeekerId & Path
  return act<Answer, Input, Outcome, SeekerId & Path, NoKeys, Body>({
    ...{ ...common, ...about, at: `${file}${below}`, path: whole },
    ...(made && { made }),
    input: (asked) => inFile(asked, input),
  })
}

type AskedInFile = { readonly actor: Actor; readonly path: unknown }

function inFile<Asked extends AskedInFile, Input>(
  asked: Asked,
  input: (asked: OfFile<Asked>) => Input,
): Input | undefined {
  const person = personOf(asked)
  return person === undefined ? undefined : input({ ...asked, person })
}

function personOf({ actor, path }: AskedInFile): string | undefined {
  // @NOTE each of these routes has the number of the file in its address.
  return personIn(path as { readonly woningzoekendeId: string }, actor)
}
