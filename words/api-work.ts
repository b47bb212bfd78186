/** What the OpenAPI document says of operations at work (API-specificatie): name and sentence, Dutch and English. */
export const workOperations = {} as const

export type WorkOperation = keyof typeof workOperations
