/** Books over each other (overlay): a lower book changes only what the upper one opened to it. */
import type { Finding } from '../finding.ts'
import { type Standing, standingIn } from '../resolve.ts'
import { aboutBook, aboutRule, type Subject } from './subject.ts'

export function checkOverlay(subject: Subject): Finding[] {
  const upper = new Map(
    subject.books.slice(1).flatMap((book) => standingIn(book).map((each) => [each.rule.id, each])),
  )
  return [...replaced(subject, upper), ...dropped(subject, upper)]
}

type Upper = ReadonlyMap<string, Standing>

function replaced({ book }: Subject, upper: Upper): Finding[] {
  const { level } = book.authority
  return standingIn(book).flatMap((standing) => {
    const id = standing.rule.replaces ?? standing.rule.id
    const above = upper.get(id)
    if (!above || isOpenTo(above, level) || above.book.authority.level === 'national') return []
    const facts = { replaced: id, upper: above.book.book, level }
    const at = standing.rule.replaces === undefined ? ['id'] : ['replaces']
    return [aboutRule('replaces-not-open', standing, facts, { at })]
  })
}

function isOpenTo({ rule }: Standing, level: Subject['book']['authority']['level']): boolean {
  if (rule.open_to) return rule.open_to.includes(level)
  return (
    rule.kind === 'parameter' &&
    rule.values.some(({ rows }) => rows.some(({ value }) => value === 'open'))
  )
}

function dropped({ book }: Subject, upper: Upper): Finding[] {
  const { level } = book.authority
  return book.articles.flatMap(({ drops }, index) =>
    (drops ?? []).flatMap((id, place) => {
      const above = upper.get(id)
      if (!above || isOpenTo(above, level)) return []
      const facts = { dropped: id, upper: above.book.book, level }
      const at = ['articles', index, 'drops', place]
      return [aboutBook('drops-not-open', book, facts, { at })]
    }),
  )
}
