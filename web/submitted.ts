/** What a form sent (verzonden): one text a field; of several choices their values, with commas. */
import type { PageContext } from './visitor.ts'

export async function submitted(context: PageContext): Promise<Readonly<Record<string, string>>> {
  const form = await context.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((each) => typeof each === 'string')
        .join(','),
    ]),
  )
}
