/**
 * Whether a text can be the id of a row: what somebody put in an address may be anything, and the database takes
 * nothing else where it expects such an id.
 */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
