/** Sessions as pages may use them. */
export {
  beginSession,
  endOtherSessions,
  endSession,
  type OpenSession,
  type Session,
  sessionOf,
  sessionsOf,
} from '../store/sessions.ts'
