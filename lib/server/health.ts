import 'server-only'
import { database } from './db'

/** Does the database answer? */
export const isReady = () =>
  database().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
