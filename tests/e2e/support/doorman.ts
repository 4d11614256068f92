import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Actor } from '@/lib/auth/actor'
import type { Answer, DoorName, Knock } from '../../support/doors'

/** Knocks at the doors of the server in a process of its own: the commands need the module resolution of the server. */
export class Doorman {
  private child?: ChildProcess
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private last = 0

  private start(): ChildProcess {
    const { NODE_OPTIONS: _, ...env } = process.env
    const args = ['--conditions=react-server', '--import', 'tsx', join('tests', 'support', 'doors.ts')]
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"id"')) return
      const answer = JSON.parse(line) as Answer
      this.waiting.get(answer.id)?.(answer)
      this.waiting.delete(answer.id)
    })
    return child
  }

  knock(actor: Actor, door: DoorName, input: unknown): Promise<Answer> {
    this.child ??= this.start()
    const knock: Knock = { id: ++this.last, door, actor, input }
    return new Promise((resolve) => {
      this.waiting.set(knock.id, resolve)
      this.child?.stdin?.write(`${JSON.stringify(knock)}\n`)
    })
  }

  /** What the command answers; a refusal or a fault is an error here. */
  async result<Result>(actor: Actor, door: DoorName, input: unknown): Promise<Result> {
    const answer = await this.knock(actor, door, input)
    if ('result' in answer) return answer.result as Result
    throw new Error(`${door}: ${JSON.stringify(answer)}`)
  }

  close(): void {
    this.child?.kill()
  }
}
