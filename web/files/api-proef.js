/** Tries an operation of the interface from its page, with the token somebody has in this tab. */
const kept = 'toegangsbewijs'
const asked = 'aanvraag'

const base64 = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const random = () => base64(crypto.getRandomValues(new Uint8Array(32)))

for (const field of document.querySelectorAll('input[name=token]')) {
  field.value = sessionStorage.getItem(kept) ?? ''
  field.autocomplete = 'off'
  field.spellcheck = false
  field.addEventListener('input', () => sessionStorage.setItem(kept, field.value.trim()))
}

const tokens = document.getElementById('bewijs')
if (tokens) {
  tokens.hidden = false
  const { issuer, client, got, failed } = tokens.dataset
  const status = tokens.querySelector('[role=status]')
  const field = tokens.querySelector('input[name=token]')
  const here = `${location.origin}/api`

  tokens.addEventListener('submit', (event) => event.preventDefault())
  tokens.querySelector('[value=vergeten]').addEventListener('click', () => {
    sessionStorage.removeItem(kept)
    field.value = ''
    status.textContent = ''
  })
  tokens.querySelector('[value=halen]')?.addEventListener('click', async () => {
    const chosen = [...tokens.querySelectorAll('[name=scope]:checked')].map(({ value }) => value)
    const begun = { verifier: random(), state: random() }
    sessionStorage.setItem(asked, JSON.stringify(begun))
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier))
    const query = new URLSearchParams({
      client_id: client,
      redirect_uri: here,
      response_type: 'code',
      scope: ['openid', ...chosen].join(' '),
      state: begun.state,
      nonce: random(),
      code_challenge: base64(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    })
    location.assign(`${issuer}/autoriseren?${query}`)
  })

  const back = new URLSearchParams(location.search)
  const begun = JSON.parse(sessionStorage.getItem(asked) ?? 'null')
  if (back.has('code') && begun) {
    sessionStorage.removeItem(asked)
    // The code is good for once; it does not stay in the address.
    history.replaceState(null, '', here)
    exchange(back, begun)
      .then((token) => {
        sessionStorage.setItem(kept, token)
        field.value = token
        status.textContent = got
      })
      .catch(() => {
        status.textContent = failed
      })
  }

  async function exchange(answer, { verifier, state }) {
    if (answer.get('state') !== state) throw new Error('another state')
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      credentials: 'omit',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: answer.get('code'),
        redirect_uri: here,
        code_verifier: verifier,
        client_id: client,
      }),
    })
    if (!response.ok) throw new Error('refused')
    return (await response.json()).access_token
  }
}

const form = document.getElementById('proef')
if (form) {
  form.hidden = false
  const { method, path, none, wrong, busy } = form.dataset
  const shown = document.getElementById('antwoord')
  const [state, body, curl] = shown.querySelectorAll('.state, pre')

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    shown.hidden = false
    body.textContent = ''
    const sent = form.elements.inhoud?.value
    if (sent !== undefined && !isJson(sent)) {
      state.textContent = wrong
      return
    }
    const address = addressFrom()
    const token = form.elements.token?.value.trim()
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
      'accept-language': document.documentElement.lang,
    }
    curl.textContent = curlOf(address, token, sent)
    state.textContent = busy
    try {
      const answer = await fetch(address, {
        method,
        headers,
        credentials: 'omit',
        ...(sent !== undefined && { body: sent }),
      })
      const text = await answer.text()
      state.textContent = `${answer.status} ${answer.statusText}`.trim()
      body.textContent = isJson(text) ? JSON.stringify(JSON.parse(text), null, 2) : text
    } catch {
      state.textContent = none
    }
    shown.scrollIntoView({ block: 'nearest' })
  })

  function addressFrom() {
    let place = path
    const query = new URLSearchParams()
    for (const part of form.querySelectorAll('[data-in] input')) {
      const value = part.value.trim()
      if (part.closest('[data-in]').dataset.in === 'path') {
        place = place.replace(`{${part.name}}`, encodeURIComponent(value))
      } else if (value !== '') query.set(part.name, value)
    }
    return `${place}${query.size > 0 ? `?${query}` : ''}`
  }

  function curlOf(address, token, sent) {
    return [
      `curl ${method === 'GET' ? '' : `-X ${method} `}'${location.origin}${address}'`,
      ...(token ? [`-H "Authorization: Bearer $TOKEN"`] : []),
      ...(sent === undefined
        ? []
        : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(JSON.parse(sent))}'`]),
    ].join(' \\\n  ')
  }
}

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
