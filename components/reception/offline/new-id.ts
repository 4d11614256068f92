import { uuidv7 } from 'uuidv7'

/** An id made on the device: the server takes it as the id of the row. */
export const newId = (): string => uuidv7()
