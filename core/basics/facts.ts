/** A fact or value as the rules see it: dates as whole days, money in cents. Undefined is unknown. */
export type Value = boolean | number | string | readonly (number | string)[]
export type Facts = { readonly [name: string]: Value | undefined }
