/** What a form sent (verzonden): one text a field; of several choices their values, with commas. */
import type { PageContext } from './visitor.ts'

export type Submitted = Readonly<Record<string, string>>

export async function submitted(context: PageContext): Promise<Submitted> {
  const form = await context.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((each) => typeof each === 'string')
        .join(',')
        .trim(),
    ]),
  )
}
