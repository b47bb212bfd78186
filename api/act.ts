/**
 * A route that carries out one operation (handeling): most of the interface is that and nothing more. What comes
 * in is put in the words of the operation, and what it did comes back, nearly always with the receipt of its event.
 */
import type { z } from 'zod'
import { carryOut, isRefusal, type Operation, type Refusal } from '../operations/operation.ts'
import { viewReceipt } from '../operations/view-own-file.ts'
import { type Bon, receiptShape, receiptShown } from './receipt.ts'
import { type Asked, type Definition, type NoKeys, type Route, route } from './route.ts'

type Parts<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

export type AskedOf<
  Path extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Body extends z.ZodType,
> = Asked<'logged-in', Parts<Path>, Parts<Query>, z.output<Body>>

type Acting<
  Path extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Input,
  Outcome extends object,
> = Omit<
  Definition<'logged-in', Path, Query, Body, Answer>,
  'perform' | 'does' | 'who' | 'method' | 'answer'
> & {
  readonly method?: 'get' | 'post' | 'patch'
  readonly does: Operation<Input, Outcome>
  /** What the operation is asked; undefined where what is meant is not there. */
  input(
    asked: AskedOf<Path, Query, Body>,
  ): NoInfer<Input> | Refusal | undefined | Promise<NoInfer<Input> | Refusal | undefined>
}

/** What a route answers; undefined where it is not there any more. */
type Shown<Answer extends z.ZodType> = z.input<Answer> | Response | undefined

/** Carries out an operation and shows what came of it. */
export function act<
  Answer extends z.ZodType,
  Input extends object,
  Outcome extends object,
  Path extends z.ZodRawShape = NoKeys,
  Query extends z.ZodRawShape = NoKeys,
  Body extends z.ZodType = z.ZodUndefined,
>(
  acting: Acting<Path, Query, Body, Answer, Input, Outcome> & {
    readonly answer: Answer
    shown(
      done: NoInfer<Outcome>,
      asked: AskedOf<Path, Query, Body>,
    ): Shown<Answer> | Promise<Shown<Answer>>
  },
): Route {
  const { input, shown, does, method = 'post', ...about } = acting
  return route<'logged-in', Answer, Path, Query, Body>({
    ...{ ...about, does, method, who: 'logged-in' },
    refuses: about.refuses ?? method !== 'get',
    async perform(asked) {
      const meant = await input(asked)
      if (meant === undefined || isRefused(meant)) return meant
      const { setting, actor, once } = asked
      const done = await carryOut(setting, actor, does, meant, once)
      return isRefusal(done) ? done : shown(done, asked)
    },
  })
}

/** The same where the answer is the receipt of its event, and nothing else. */
export function actForReceipt<
  Input extends object,
  Outcome extends { readonly event: number },
  Path extends z.ZodRawShape = NoKeys,
  Body extends z.ZodType = z.ZodUndefined,
>(acting: Acting<Path, NoKeys, Body, typeof receiptShape, Input, Outcome>): Route {
  return act<typeof receiptShape, Input, Outcome, Path, NoKeys, Body>({
    ...acting,
    answer: receiptShape,
    shown: (done, asked) => receiptOf(done, asked),
  })
}

/** The receipt of what was done. */
export async function receiptOf(
  { event }: { readonly event: number },
  {
    setting,
    language,
  }: Pick<Asked<'logged-in', unknown, unknown, unknown>, 'setting' | 'language'>,
): Promise<Bon | undefined> {
  const receipt = await viewReceipt(setting, event)
  return receipt && receiptShown(receipt, language)
}

function isRefused(meant: object): meant is Refusal {
  return isRefusal(meant)
}
