/** Does a published draw again in the browser: what was committed, the number, the seed, each key and place. */
const part = document.getElementById('in-de-browser')
const button = part?.querySelector('button')
const answer = part?.querySelector('[role=status]')

const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (array) => [...array].map((each) => each.toString(16).padStart(2, '0')).join('')
const text = (words) => new TextEncoder().encode(words)
const u64 = (number) => bytes(number.toString(16).padStart(16, '0'))
const joined = (...parts) => Uint8Array.from(parts.flatMap((each) => [...each]))
const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))

async function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0]
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const both = [await rootOf(leaves.slice(0, split)), await rootOf(leaves.slice(split))]
  return sha([1], ...both)
}

async function again({ commitment, evidence, value, seed, lots }) {
  const { lottery, lotCount, lotsRoot, listHash, classes } = commitment
  const leaves = await Promise.all(lots.map(({ lot }) => sha([0], text(lot))))
  const pairs = JSON.stringify(lots.map((each) => [each.lot, each.class]))
  const id = text(lottery)
  const head = [text('wrv-loting-v1\0'), u64(id.length), id, u64(lots.length), bytes(lotsRoot)]
  const secret = await crypto.subtle.importKey(
    ...['raw', bytes(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']],
  )
  const keyOf = async (lot) => hex(new Uint8Array(await crypto.subtle.sign('HMAC', secret, text(lot))))
  const keys = await Promise.all(lots.map(({ lot }) => keyOf(lot)))
  const order = classes.flatMap((served) =>
    lots.filter((each) => each.class === served).sort((a, b) => (a.key < b.key ? -1 : 1)),
  )
  return {
    commitment:
      lots.length === lotCount &&
      hex(await rootOf(leaves)) === lotsRoot &&
      hex(await sha(text(pairs))) === listHash,
    value: hex(await sha(bytes(evidence[0].signature))) === value,
    seed: hex(await sha(...head, bytes(value))) === seed,
    keys: lots.every(({ key }, at) => key === keys[at]),
    places: order.length === lotCount && order.every(({ place }, at) => place === at + 1),
  }
}

if (part && button && answer) {
  const { uitslag, bezig, klopt, anders, mislukt, ...names } = part.dataset
  part.hidden = false
  button.addEventListener('click', async () => {
    answer.textContent = bezig
    try {
      const checks = await again(await (await fetch(uitslag)).json())
      const wrong = Object.keys(checks).filter((each) => !checks[each])
      answer.textContent =
        wrong.length === 0 ? `✓ ${klopt}` : `✗ ${anders}: ${wrong.map((each) => names[each]).join(', ')}`
    } catch {
      answer.textContent = mislukt
    }
  })
}
