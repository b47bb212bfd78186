/**
 * What only a script can do, on pages that work without: says that a form is being sent and sends it once, keeps
 * what was typed on the page while there is no connection, and warns before a login lapses.
 */
const { busy, offline, lapsing, stay, idle } = document.body.dataset

function notice() {
  const there = document.getElementById('melding')
  if (there) return there
  const made = document.createElement('div')
  made.id = 'melding'
  made.className = 'notice'
  made.setAttribute('role', 'status')
  document.body.append(made)
  return made
}

function tell(text, button) {
  notice().replaceChildren(text, ...(button ? [button] : []))
}

function clear() {
  document.getElementById('melding')?.replaceChildren()
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset.sent) return event.preventDefault()
  if (!navigator.onLine) {
    event.preventDefault()
    return tell(offline)
  }
  form.dataset.sent = 'yes'
  const button = event.submitter
  if (!button) return
  const before = button.textContent
  button.textContent = busy
  button.setAttribute('aria-disabled', 'true')
  // Whoever comes back to this page finds it as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    delete form.dataset.sent
    button.textContent = before
    button.removeAttribute('aria-disabled')
  })
})

addEventListener('online', clear)
addEventListener('offline', () => tell(offline))

if (idle) {
  const warnBefore = 5 * 60_000
  const until = Number(idle) * 60_000
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(warn, until - warnBefore)
  }
  const warn = () => {
    const button = document.createElement('button')
    button.className = 'utrecht-button utrecht-button--secondary-action'
    button.textContent = stay
    button.addEventListener('click', async () => {
      const answer = await fetch('/inloggen/sessies', { redirect: 'manual' }).catch(() => undefined)
      if (!answer?.ok) return
      clear()
      wait()
    })
    tell(lapsing, button)
  }
  wait()
}
