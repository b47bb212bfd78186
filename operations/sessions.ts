/** Sessions as pages may use them. */
export { beginSession, endSession, type Session, sessionOf } from '../store/sessions.ts'
