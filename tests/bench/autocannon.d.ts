declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  export default function autocannon(
    options: object,
    done: (error: Error | null, result: { errors: number }) => void,
  ): EventEmitter
}
